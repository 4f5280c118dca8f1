package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.shape.Shapes.input;
import static io.outputport.engine.graphql.type.shape.Shapes.inputOf;
import static io.outputport.engine.graphql.type.shape.Shapes.listOf;
import static io.outputport.engine.graphql.type.shape.Shapes.ref;
import static io.outputport.engine.graphql.type.shape.Shapes.required;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.table.Operator;
import io.outputport.engine.graphql.role.table.ValueType;
import io.outputport.engine.graphql.role.table.VisibleTable;
import java.util.Comparator;
import java.util.stream.Stream;

/** {@code N_bool_exp} and the comparisons of each scalar. */
final class FilterTypes {
    private FilterTypes() {}

    static GraphQLInputObjectType boolExp(RoleView view, VisibleTable table) {
        String name = table.typeName("_bool_exp");
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject()
                .name(name)
                .description(
                        "Boolean expression to filter rows from the table \"%s\". All fields are combined with a logical 'AND'."
                                .formatted(TableTypes.quotedName(table)))
                .field(input("_and", listOf(name)))
                .field(input("_not", ref(name)))
                .field(input("_or", listOf(name)));
        table.cells()
                .forEach(cell -> type.field(input(cell.name(), ref(cell.type().comparisonName()))));
        table.links()
                .forEach(link ->
                        type.field(input(link.name(), ref(view.target(link).typeName("_bool_exp")))));
        AggregateFilterTypes.links(view, table)
                .forEach(link -> type.field(
                        input(link.aggregateName(), ref(view.target(link).typeName("_aggregate_bool_exp")))));
        return type.build();
    }

    static GraphQLInputObjectType comparison(ValueType compared) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject()
                .name(compared.comparisonName())
                .description(
                        "Boolean expression to compare columns of type \"%s\". All fields are combined with logical 'AND'."
                                .formatted(compared.scalar()));
        Stream<GraphQLInputObjectField> fields = Operator.of(compared).stream()
                .sorted(Comparator.comparing(Operator::graphqlName))
                .map(operator -> input(operator.graphqlName(), operand(operator, compared)));
        return type.fields(fields.toList()).build();
    }

    private static GraphQLInputType operand(Operator operator, ValueType compared) {
        return switch (operator.takes()) {
            case VALUE -> inputOf(compared);
            case VALUES -> GraphQLList.list(required(inputOf(compared)));
            case FLAG -> ref("Boolean");
            case KEY -> ref("String");
            case KEYS -> listOf("String");
        };
    }
}
