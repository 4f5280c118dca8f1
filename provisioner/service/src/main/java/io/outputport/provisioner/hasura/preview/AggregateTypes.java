package io.outputport.provisioner.hasura.preview;

import static io.outputport.provisioner.hasura.preview.TypeBuilders.argument;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.field;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.listOf;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.named;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.required;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import io.outputport.provisioner.hasura.preview.Shown.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Counts, extremes, sums and averages over rows. */
final class AggregateTypes {
    private static final Set<String> NUMBERS =
            Set.of("Int", "smallint", "bigint", "Float", "float8", "numeric", "money");
    private static final Set<String> WITHOUT_ORDER =
            Set.of("Boolean", "json", "jsonb", "geometry", "geography", "bytea");
    /** These have the type of their column; the others are floats. */
    private static final Set<String> KEEP_TYPE = Set.of("max", "min", "sum");

    private static final List<String> FUNCTIONS = List.of(
            "avg", "max", "min", "stddev", "stddev_pop", "stddev_samp", "sum", "var_pop", "var_samp", "variance");

    private AggregateTypes() {}

    static List<GraphQLNamedType> of(Shown table) {
        GraphQLObjectType.Builder fields = GraphQLObjectType.newObject()
                .name(table.type("_aggregate_fields"))
                .field(field(
                        "count",
                        required("Int"),
                        List.of(
                                argument("columns", listOf(table.type("_select_column"))),
                                argument("distinct", named("Boolean")))));
        List<GraphQLNamedType> types = new ArrayList<>();
        for (String function : FUNCTIONS) {
            List<Cell> cells =
                    table.cells().stream().filter(cell -> takes(function, cell)).toList();
            if (!cells.isEmpty()) {
                types.add(columns(table, function, cells));
                fields.field(field(function, named(typeName(table, function))));
            }
        }
        types.add(fields.build());
        types.add(aggregate(table));
        return types;
    }

    private static GraphQLObjectType aggregate(Shown table) {
        return GraphQLObjectType.newObject()
                .name(table.type("_aggregate"))
                .field(field("aggregate", named(table.type("_aggregate_fields"))))
                .field(field("nodes", required(listOf(table.type("")))))
                .build();
    }

    private static GraphQLObjectType columns(Shown table, String function, List<Cell> cells) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(typeName(table, function));
        cells.forEach(
                cell -> type.field(field(cell.name(), KEEP_TYPE.contains(function) ? cell.type() : named("Float"))));
        return type.build();
    }

    private static boolean takes(String function, Cell cell) {
        return function.equals("max") || function.equals("min")
                ? !WITHOUT_ORDER.contains(cell.scalar())
                : !cell.list() && NUMBERS.contains(cell.scalar());
    }

    private static String typeName(Shown table, String function) {
        return table.type("_" + function + "_fields");
    }
}
