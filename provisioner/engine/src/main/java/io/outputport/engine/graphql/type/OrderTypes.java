package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.shape.Shapes.input;
import static io.outputport.engine.graphql.type.shape.Shapes.ref;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.table.Aggregate;
import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.graphql.type.shape.Shapes;
import io.outputport.engine.graphql.type.shape.Shapes.EnumValue;
import java.util.ArrayList;
import java.util.List;

/** {@code N_order_by} and the directions. */
final class OrderTypes {
    private OrderTypes() {}

    static GraphQLEnumType direction() {
        return Shapes.enumOf(
                "order_by",
                "column ordering options",
                List.of(
                        new EnumValue("asc", "in ascending order, nulls last"),
                        new EnumValue("asc_nulls_first", "in ascending order, nulls first"),
                        new EnumValue("asc_nulls_last", "in ascending order, nulls last"),
                        new EnumValue("desc", "in descending order, nulls first"),
                        new EnumValue("desc_nulls_first", "in descending order, nulls first"),
                        new EnumValue("desc_nulls_last", "in descending order, nulls last")));
    }

    static GraphQLInputObjectType orderBy(RoleView view, VisibleTable table) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject()
                .name(table.typeName("_order_by"))
                .description(
                        "Ordering options when selecting data from \"%s\".".formatted(TableTypes.quotedName(table)));
        table.cells().forEach(cell -> type.field(input(cell.name(), ref("order_by"))));
        for (Link link : table.links()) {
            VisibleTable target = view.target(link);
            if (!link.isList()) {
                type.field(input(link.name(), ref(target.typeName("_order_by"))));
            } else if (target.aggregates()) {
                type.field(input(link.aggregateName(), ref(target.typeName("_aggregate_order_by"))));
            }
        }
        return type.build();
    }

    /** For rows of another table that are sorted by an aggregate of this one. */
    static List<GraphQLInputObjectType> aggregateOrderBy(VisibleTable table) {
        List<GraphQLInputObjectType> types = new ArrayList<>();
        GraphQLInputObjectType.Builder all = GraphQLInputObjectType.newInputObject()
                .name(table.typeName("_aggregate_order_by"))
                .description("order by aggregate values of table \"%s\"".formatted(TableTypes.quotedName(table)))
                .field(input("count", ref("order_by")));
        for (Aggregate function : Aggregate.of(table)) {
            String name = table.typeName("_" + function.graphqlName() + "_order_by");
            GraphQLInputObjectType.Builder columns = GraphQLInputObjectType.newInputObject()
                    .name(name)
                    .description("order by %s() on columns of table \"%s\""
                            .formatted(function.graphqlName(), TableTypes.quotedName(table)));
            function.cells(table).forEach(cell -> columns.field(input(cell.name(), ref("order_by"))));
            types.add(columns.build());
            all.field(input(function.graphqlName(), ref(name)));
        }
        types.add(all.build());
        return types;
    }
}
