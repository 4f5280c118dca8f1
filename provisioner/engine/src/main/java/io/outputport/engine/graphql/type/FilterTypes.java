package io.outputport.engine.graphql.type;

import static io.outputport.engine.graphql.type.Shapes.input;
import static io.outputport.engine.graphql.type.Shapes.listOf;
import static io.outputport.engine.graphql.type.Shapes.ref;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import io.outputport.engine.graphql.role.Operator;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.VisibleTable;
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
                .forEach(cell -> type.field(
                        input(cell.name(), ref(comparisonName(cell.column().scalar())))));
        table.links()
                .forEach(link ->
                        type.field(input(link.name(), ref(view.target(link).typeName("_bool_exp")))));
        AggregateFilterTypes.links(view, table)
                .forEach(link -> type.field(
                        input(link.aggregateName(), ref(view.target(link).typeName("_aggregate_bool_exp")))));
        return type.build();
    }

    static GraphQLInputObjectType comparison(String scalar) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject()
                .name(comparisonName(scalar))
                .description(
                        "Boolean expression to compare columns of type \"%s\". All fields are combined with logical 'AND'."
                                .formatted(scalar));
        Stream<GraphQLInputObjectField> fields = Operator.of(scalar).stream()
                .sorted(Comparator.comparing(Operator::graphqlName))
                .map(operator -> input(operator.graphqlName(), operand(operator, scalar)));
        return type.fields(fields.toList()).build();
    }

    private static GraphQLInputType operand(Operator operator, String scalar) {
        return switch (operator.takes()) {
            case VALUE -> ref(scalar);
            case VALUES -> listOf(scalar);
            case FLAG -> ref("Boolean");
            case KEY -> ref("String");
            case KEYS -> listOf("String");
        };
    }

    static String comparisonName(String scalar) {
        return scalar + "_comparison_exp";
    }
}
