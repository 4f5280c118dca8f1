package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.shape.Shapes.outputOf;
import static io.outputport.engine.graphql.type.shape.Shapes.ref;
import static io.outputport.engine.graphql.type.shape.Shapes.required;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.graphql.type.shape.Shapes;
import io.outputport.engine.graphql.type.shape.Shapes.EnumValue;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The object type of a table and the names of its columns. */
final class TableTypes {
    private static final Set<String> JSON = Set.of("json", "jsonb");

    private TableTypes() {}

    /** All types that belong to one table. */
    static List<GraphQLNamedType> of(RoleView view, VisibleTable table) {
        List<GraphQLNamedType> types = new ArrayList<>();
        if (!table.cells().isEmpty()) {
            types.add(object(view, table));
            types.add(selectColumn(table));
            types.add(FilterTypes.boolExp(view, table));
            types.addAll(AggregateFilterTypes.of(view, table));
            types.add(OrderTypes.orderBy(view, table));
            types.addAll(StreamTypes.of(table));
        }
        if (table.aggregates()) {
            types.addAll(AggregateTypes.of(table));
            types.addAll(OrderTypes.aggregateOrderBy(table));
        }
        return types;
    }

    /** As Hasura writes it in descriptions: without the schema when that is {@code public}. */
    static String quotedName(VisibleTable table) {
        TrackedTable tracked = table.table();
        return tracked.backend() == Backend.POSTGRES && tracked.databaseSchema().equals("public")
                ? tracked.databaseName()
                : tracked.databaseSchema() + "." + tracked.databaseName();
    }

    private static GraphQLObjectType object(RoleView view, VisibleTable table) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject()
                .name(table.typeName())
                .description(table.table()
                        .comment()
                        .orElseGet(() -> "columns and relationships of \"%s\"".formatted(quotedName(table))));
        table.cells().forEach(cell -> type.field(column(cell)));
        table.links().forEach(link -> type.fields(LinkTypes.fields(link, view.target(link))));
        return type.build();
    }

    private static GraphQLFieldDefinition column(Cell cell) {
        GraphQLFieldDefinition.Builder field = GraphQLFieldDefinition.newFieldDefinition()
                .name(cell.name())
                .description(cell.column().comment().orElse(null))
                .type(cell.nullable() ? outputOf(cell.type()) : required(outputOf(cell.type())));
        return JSON.contains(cell.type().scalar()) && !cell.type().list()
                ? field.argument(Shapes.argument("path", "JSON select path", ref("String")))
                        .build()
                : field.build();
    }

    private static GraphQLEnumType selectColumn(VisibleTable table) {
        return Shapes.enumOf(
                table.typeName("_select_column"),
                "select columns of table \"%s\"".formatted(quotedName(table)),
                table.cells().stream()
                        .map(cell -> new EnumValue(cell.name(), "column name"))
                        .toList());
    }
}
