package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.Shapes.input;
import static io.outputport.engine.graphql.type.Shapes.listOf;
import static io.outputport.engine.graphql.type.Shapes.ref;
import static io.outputport.engine.graphql.type.Shapes.required;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import io.outputport.engine.graphql.role.Link;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.ValueType;
import io.outputport.engine.graphql.role.VisibleTable;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code N_aggregate_bool_exp}: which rows have how many rows at the other end of a list. Of Hasura's functions this
 * engine has {@code count}.
 */
final class AggregateFilterTypes {
    static final ValueType COUNTED = ValueType.of("Int");

    private AggregateFilterTypes() {}

    /** The lists of a table that it can be filtered by; only PostgreSQL has them. */
    static List<Link> links(RoleView view, VisibleTable table) {
        return table.table().backend() != Backend.POSTGRES
                ? List.of()
                : table.links().stream()
                        .filter(link -> link.isList() && view.target(link).aggregates())
                        .filter(link -> !view.target(link).cells().isEmpty())
                        .toList();
    }

    static List<GraphQLNamedType> of(RoleView view, VisibleTable table) {
        return links(view, table).stream()
                .map(view::target)
                .flatMap(target -> Stream.<GraphQLNamedType>of(filter(target), count(target)))
                .toList();
    }

    private static GraphQLInputObjectType filter(VisibleTable table) {
        return GraphQLInputObjectType.newInputObject()
                .name(table.typeName("_aggregate_bool_exp"))
                .field(input("count", ref(table.typeName("_aggregate_bool_exp_count"))))
                .build();
    }

    private static GraphQLInputObjectType count(VisibleTable table) {
        return GraphQLInputObjectType.newInputObject()
                .name(table.typeName("_aggregate_bool_exp_count"))
                .field(input("arguments", listOf(table.typeName("_select_column"))))
                .field(input("distinct", ref("Boolean")))
                .field(input("filter", ref(table.typeName("_bool_exp"))))
                .field(input("predicate", required(COUNTED.comparisonName())))
                .build();
    }
}
