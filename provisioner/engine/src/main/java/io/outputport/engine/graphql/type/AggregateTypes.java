package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.shape.Shapes.argument;
import static io.outputport.engine.graphql.type.shape.Shapes.field;
import static io.outputport.engine.graphql.type.shape.Shapes.listOf;
import static io.outputport.engine.graphql.type.shape.Shapes.outputOf;
import static io.outputport.engine.graphql.type.shape.Shapes.ref;
import static io.outputport.engine.graphql.type.shape.Shapes.required;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import io.outputport.engine.graphql.role.table.Aggregate;
import io.outputport.engine.graphql.role.table.VisibleTable;
import java.util.ArrayList;
import java.util.List;

/** {@code N_aggregate}, {@code N_aggregate_fields} and one type for each function that has columns. */
final class AggregateTypes {
    private AggregateTypes() {}

    static List<GraphQLNamedType> of(VisibleTable table) {
        List<GraphQLNamedType> types = new ArrayList<>();
        types.add(aggregate(table));
        types.add(aggregateFields(table));
        for (Aggregate function : Aggregate.of(table)) {
            types.add(columns(table, function));
        }
        return types;
    }

    private static GraphQLObjectType aggregate(VisibleTable table) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject()
                .name(table.typeName("_aggregate"))
                .description("aggregated selection of \"%s\"".formatted(TableTypes.quotedName(table)))
                .field(field("aggregate", ref(table.typeName("_aggregate_fields"))));
        if (!table.cells().isEmpty()) {
            type.field(field("nodes", required(listOf(table.typeName()))));
        }
        return type.build();
    }

    private static GraphQLObjectType aggregateFields(VisibleTable table) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject()
                .name(table.typeName("_aggregate_fields"))
                .description("aggregate fields of \"%s\"".formatted(TableTypes.quotedName(table)))
                .field(field("count", required("Int"), countArguments(table)));
        for (Aggregate function : Aggregate.of(table)) {
            type.field(field(function.graphqlName(), ref(typeName(table, function))));
        }
        return type.build();
    }

    private static List<GraphQLArgument> countArguments(VisibleTable table) {
        GraphQLArgument distinct = argument("distinct", ref("Boolean"));
        return table.cells().isEmpty()
                ? List.of(distinct)
                : List.of(argument("columns", listOf(table.typeName("_select_column"))), distinct);
    }

    private static GraphQLObjectType columns(VisibleTable table, Aggregate function) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject()
                .name(typeName(table, function))
                .description("aggregate %s on columns".formatted(function.graphqlName()));
        function.cells(table)
                .forEach(cell ->
                        type.field(field(cell.name(), function.keepsType() ? outputOf(cell.type()) : ref("Float"))));
        return type.build();
    }

    private static String typeName(VisibleTable table, Aggregate function) {
        return table.typeName("_" + function.graphqlName() + "_fields");
    }
}
