package io.outputport.sandbox.hasura.graphql.type;

import static io.outputport.sandbox.hasura.graphql.type.Shapes.input;
import static io.outputport.sandbox.hasura.graphql.type.Shapes.ref;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import io.outputport.sandbox.hasura.graphql.role.VisibleTable;
import io.outputport.sandbox.hasura.graphql.type.Shapes.EnumValue;
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

    static GraphQLInputObjectType orderBy(VisibleTable table) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject()
                .name(table.name() + "_order_by")
                .description(
                        "Ordering options when selecting data from \"%s\".".formatted(TableTypes.quotedName(table)));
        table.cells().forEach(cell -> type.field(input(cell.name(), ref("order_by"))));
        return type.build();
    }
}
