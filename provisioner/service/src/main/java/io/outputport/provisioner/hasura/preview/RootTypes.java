package io.outputport.provisioner.hasura.preview;

import static io.outputport.provisioner.hasura.preview.TypeBuilders.argument;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.field;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.listOf;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.named;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.required;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a query or a subscription begins. */
final class RootTypes {
    private RootTypes() {}

    static GraphQLObjectType queries(Shown table) {
        return GraphQLObjectType.newObject()
                .name("query_root")
                .fields(queryFields(table))
                .build();
    }

    /** Every query can be subscribed to as well; where consumers cannot subscribe, no stream is offered. */
    static Optional<GraphQLObjectType> subscriptions(Shown table) {
        if (!table.offers(RootField.SELECT_STREAM)) {
            return Optional.empty();
        }
        List<GraphQLFieldDefinition> fields = new ArrayList<>(queryFields(table));
        fields.add(field(table.rootField(RootField.SELECT_STREAM), rows(table), streamArguments(table)));
        return Optional.of(GraphQLObjectType.newObject()
                .name("subscription_root")
                .fields(fields)
                .build());
    }

    private static List<GraphQLFieldDefinition> queryFields(Shown table) {
        List<GraphQLFieldDefinition> fields = new ArrayList<>();
        fields.add(field(table.rootField(RootField.SELECT), rows(table), rowArguments(table)));
        if (table.offers(RootField.SELECT_BY_PK)) {
            fields.add(field(table.rootField(RootField.SELECT_BY_PK), named(table.type("")), keyArguments(table)));
        }
        if (table.offers(RootField.SELECT_AGGREGATE)) {
            fields.add(field(
                    table.rootField(RootField.SELECT_AGGREGATE),
                    required(table.type("_aggregate")),
                    rowArguments(table)));
        }
        return fields;
    }

    private static GraphQLNonNull rows(Shown table) {
        return required(listOf(table.type("")));
    }

    private static List<GraphQLArgument> rowArguments(Shown table) {
        List<GraphQLArgument> arguments = new ArrayList<>();
        if (table.port().dialect().picksDistinct()) {
            arguments.add(argument("distinct_on", listOf(table.type("_select_column"))));
        }
        arguments.add(argument("limit", named("Int")));
        arguments.add(argument("offset", named("Int")));
        arguments.add(argument("order_by", listOf(table.type("_order_by"))));
        arguments.add(argument("where", named(table.type("_bool_exp"))));
        return arguments;
    }

    private static List<GraphQLArgument> keyArguments(Shown table) {
        return table.key().stream()
                .map(cell -> argument(cell.name(), GraphQLNonNull.nonNull(cell.inputType())))
                .toList();
    }

    private static List<GraphQLArgument> streamArguments(Shown table) {
        return List.of(
                argument("batch_size", required("Int")),
                argument("cursor", required(GraphQLList.list(named(table.type("_stream_cursor_input"))))),
                argument("where", named(table.type("_bool_exp"))));
    }
}
