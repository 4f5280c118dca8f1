package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.shape.Shapes.input;
import static io.outputport.engine.graphql.type.shape.Shapes.listOf;
import static io.outputport.engine.graphql.type.shape.Shapes.ref;
import static io.outputport.engine.graphql.type.shape.Shapes.required;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.Summary;
import io.outputport.engine.graphql.role.table.Summary.ColumnCount;
import io.outputport.engine.graphql.role.table.ValueType;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.graphql.type.shape.Shapes;
import io.outputport.engine.graphql.type.shape.Shapes.EnumValue;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code N_aggregate_bool_exp}: which rows have lists whose rows come to what. */
final class AggregateFilterTypes {
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
                .flatMap(target -> Stream.concat(
                        Stream.of(filter(target)),
                        Summary.of(target).stream().flatMap(summary -> types(target, summary).stream())))
                .toList();
    }

    /** What the functions of a table's lists are compared as. */
    static Stream<ValueType> compared(RoleView view, VisibleTable table) {
        return links(view, table).stream()
                .flatMap(link -> Summary.of(view.target(link)).stream())
                .map(Summary::result);
    }

    private static GraphQLNamedType filter(VisibleTable table) {
        GraphQLInputObjectType.Builder type =
                GraphQLInputObjectType.newInputObject().name(table.typeName("_aggregate_bool_exp"));
        Summary.of(table)
                .forEach(summary -> type.field(input(summary.functionName(), ref(nameOf(table, summary, "")))));
        return type.build();
    }

    private static List<GraphQLNamedType> types(VisibleTable table, Summary summary) {
        List<GraphQLNamedType> types = new ArrayList<>();
        types.add(function(table, summary));
        if (summary.takes() != ColumnCount.ANY) {
            types.add(columns(table, summary));
        }
        if (summary.takes() == ColumnCount.PAIR) {
            types.add(GraphQLInputObjectType.newInputObject()
                    .name(nameOf(table, summary, "_arguments"))
                    .field(input("X", required(columnsName(table, summary))))
                    .field(input("Y", required(columnsName(table, summary))))
                    .build());
        }
        return types;
    }

    private static GraphQLNamedType function(VisibleTable table, Summary summary) {
        return GraphQLInputObjectType.newInputObject()
                .name(nameOf(table, summary, ""))
                .field(input(
                        "arguments",
                        switch (summary.takes()) {
                            case ANY -> listOf(table.typeName("_select_column"));
                            case ONE -> required(columnsName(table, summary));
                            case PAIR -> required(nameOf(table, summary, "_arguments"));
                        }))
                .field(input("distinct", ref("Boolean")))
                .field(input("filter", ref(table.typeName("_bool_exp"))))
                .field(input("predicate", required(summary.result().comparisonName())))
                .build();
    }

    private static GraphQLEnumType columns(VisibleTable table, Summary summary) {
        return Shapes.enumOf(
                columnsName(table, summary),
                "select \"%s\" columns of table \"%s\""
                        .formatted(nameOf(table, summary, "_arguments_columns"), TableTypes.quotedName(table)),
                summary.cells(table).stream()
                        .map(cell -> new EnumValue(cell.name(), "column name"))
                        .toList());
    }

    private static String nameOf(VisibleTable table, Summary summary, String ending) {
        return table.typeName("_aggregate_bool_exp_" + summary.functionName() + ending);
    }

    private static String columnsName(VisibleTable table, Summary summary) {
        String base = table.table().graphqlName();
        return table.typeName(
                "_select_column_" + base + "_aggregate_bool_exp_" + summary.functionName() + "_arguments_columns");
    }
}
