package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.shape.Shapes.input;
import static io.outputport.engine.graphql.type.shape.Shapes.inputOf;
import static io.outputport.engine.graphql.type.shape.Shapes.ref;
import static io.outputport.engine.graphql.type.shape.Shapes.required;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.graphql.type.shape.Shapes;
import io.outputport.engine.graphql.type.shape.Shapes.EnumValue;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.List;

/** The cursor of {@code N_stream}. Streams are shown by introspection only: the engine has no websocket. */
final class StreamTypes {
    private StreamTypes() {}

    static GraphQLEnumType cursorOrdering() {
        return Shapes.enumOf(
                "cursor_ordering",
                "ordering argument of a cursor",
                List.of(
                        new EnumValue("ASC", "ascending ordering of the cursor"),
                        new EnumValue("DESC", "descending ordering of the cursor")));
    }

    static List<GraphQLNamedType> of(VisibleTable table) {
        return table.table().backend() == Backend.POSTGRES ? List.of(cursor(table), cursorValue(table)) : List.of();
    }

    private static GraphQLInputObjectType cursor(VisibleTable table) {
        return GraphQLInputObjectType.newInputObject()
                .name(table.typeName("_stream_cursor_input"))
                .description("Streaming cursor of the table \"%s\"".formatted(TableTypes.quotedName(table)))
                .field(input("initial_value", required(table.typeName("_stream_cursor_value_input"))))
                .field(input("ordering", ref("cursor_ordering")))
                .build();
    }

    private static GraphQLInputObjectType cursorValue(VisibleTable table) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject()
                .name(table.typeName("_stream_cursor_value_input"))
                .description("Initial value of the column from where the streaming should start");
        table.cells().forEach(cell -> type.field(input(cell.name(), inputOf(cell.type()))));
        return type.build();
    }
}
