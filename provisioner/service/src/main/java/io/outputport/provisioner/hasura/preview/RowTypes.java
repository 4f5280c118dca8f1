package io.outputport.provisioner.hasura.preview;

import static io.outputport.provisioner.hasura.preview.TypeBuilders.argument;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.choice;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.input;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.listOf;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.named;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.required;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.preview.Shown.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A row, and how rows are picked, filtered, sorted and streamed. */
final class RowTypes {
    private static final Set<String> JSON = Set.of("json", "jsonb");
    private static final List<String> DIRECTIONS =
            List.of("asc", "asc_nulls_first", "asc_nulls_last", "desc", "desc_nulls_first", "desc_nulls_last");

    private RowTypes() {}

    static List<GraphQLNamedType> of(Shown table) {
        List<GraphQLNamedType> types =
                new ArrayList<>(List.of(row(table), filter(table), order(table), choice("order_by", DIRECTIONS)));
        if (table.port().dialect().picksDistinct() || table.offers(RootField.SELECT_AGGREGATE)) {
            types.add(columnNames(table));
        }
        if (table.offers(RootField.SELECT_STREAM)) {
            types.addAll(List.of(cursor(table), cursorValue(table), choice("cursor_ordering", List.of("ASC", "DESC"))));
        }
        return types;
    }

    private static GraphQLObjectType row(Shown table) {
        return GraphQLObjectType.newObject()
                .name(table.type(""))
                .description(table.port().names().comment().orElse(null))
                .fields(table.cells().stream().map(RowTypes::column).toList())
                .build();
    }

    private static GraphQLFieldDefinition column(Cell cell) {
        GraphQLFieldDefinition.Builder field = GraphQLFieldDefinition.newFieldDefinition()
                .name(cell.name())
                .description(cell.comment().orElse(null))
                .type(cell.nullable() ? cell.type() : required(cell.type()));
        return JSON.contains(cell.scalar()) && !cell.list()
                ? field.argument(argument("path", named("String"))).build()
                : field.build();
    }

    private static GraphQLEnumType columnNames(Shown table) {
        return choice(
                table.type("_select_column"),
                table.cells().stream().map(Cell::name).toList());
    }

    private static GraphQLInputObjectType filter(Shown table) {
        String name = table.type("_bool_exp");
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject()
                .name(name)
                .field(input("_and", listOf(name)))
                .field(input("_not", named(name)))
                .field(input("_or", listOf(name)));
        table.cells()
                .forEach(cell ->
                        type.field(input(cell.name(), named(cell.comparison().getName()))));
        return type.build();
    }

    private static GraphQLInputObjectType order(Shown table) {
        GraphQLInputObjectType.Builder order =
                GraphQLInputObjectType.newInputObject().name(table.type("_order_by"));
        table.cells().forEach(cell -> order.field(input(cell.name(), named("order_by"))));
        return order.build();
    }

    private static GraphQLInputObjectType cursor(Shown table) {
        return GraphQLInputObjectType.newInputObject()
                .name(table.type("_stream_cursor_input"))
                .field(input("initial_value", required(table.type("_stream_cursor_value_input"))))
                .field(input("ordering", named("cursor_ordering")))
                .build();
    }

    private static GraphQLInputObjectType cursorValue(Shown table) {
        GraphQLInputObjectType.Builder value =
                GraphQLInputObjectType.newInputObject().name(table.type("_stream_cursor_value_input"));
        table.cells().forEach(cell -> value.field(input(cell.name(), cell.inputType())));
        return value.build();
    }
}
