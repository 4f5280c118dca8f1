package io.outputport.engine.graphql.read;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.outputport.engine.graphql.error.FirstError;
import io.outputport.engine.graphql.error.GraphqlError;
import io.outputport.engine.graphql.read.input.InputReader;
import io.outputport.engine.graphql.read.input.Variables;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one operation of a document, in the order in which Hasura looks at its parts. */
public final class OperationReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final GraphQLSchema schema;
    private final OperationDefinition operation;
    private final FirstError errors = new FirstError();

    private OperationReader(GraphQLSchema schema, OperationDefinition operation) {
        this.schema = schema;
        this.operation = operation;
    }

    /**
     * Finds out what an operation asks for, or the first thing that is wrong with it.
     *
     * @param operation a query or a subscription of the document
     * @param variables as they came; one that the operation does not use is an error
     */
    public static Reading read(
            GraphQLSchema schema, Document document, OperationDefinition operation, ObjectNode variables) {
        return new OperationReader(schema, operation).read(document, variables);
    }

    private Reading read(Document document, ObjectNode variables) {
        checkDirectives();
        Fragments fragments = new Fragments(document.getDefinitionsOfType(FragmentDefinition.class), errors);
        Variables bound = Variables.bind(operation.getVariableDefinitions(), variables, errors);
        fragments.check(operation.getSelectionSet(), errors);
        if (!errors.isThere()) {
            bound.refuseUnused(VariableNames.in(operation.getSelectionSet(), fragments), variables, errors);
        }
        List<Selection> roots = errors.isThere() ? List.of() : roots(fragments, bound);
        if (operation.getOperation() == Operation.SUBSCRIPTION) {
            refuseSubscription(roots);
        }
        return errors.get()
                .<Reading>map(Reading.NotUnderstood::new)
                .orElseGet(() -> new Reading.Understood(roots, operation, fragments.all(), plain(variables)));
    }

    private List<Selection> roots(Fragments fragments, Variables bound) {
        GraphQLObjectType root = operation.getOperation() == Operation.SUBSCRIPTION
                ? schema.getSubscriptionType()
                : schema.getQueryType();
        if (root == null) {
            errors.invalid("no subscriptions exist", GraphqlError.ROOT);
            return List.of();
        }
        InputReader inputs = new InputReader(bound, errors);
        FieldCollector collector = new FieldCollector(fragments, new Directives(inputs, errors), errors);
        return new SelectionReader(schema, collector, inputs, errors)
                .read(root, List.of(operation.getSelectionSet()), GraphqlError.ROOT);
    }

    private void checkDirectives() {
        operation.getDirectives().forEach(directive -> {
            String kind = operation.getOperation().name().toLowerCase(Locale.ROOT);
            switch (directive.getName()) {
                case "cached" -> {}
                case "include", "skip" ->
                    errors.invalid(
                            "directive '%s' is not allowed on a %s".formatted(directive.getName(), kind),
                            GraphqlError.ROOT);
                default -> errors.invalid(Directives.unknown(directive.getName()), GraphqlError.ROOT);
            }
        });
    }

    /** Hasura reads a subscription to its end before it says that HTTP is not the way. */
    private void refuseSubscription(List<Selection> roots) {
        if (roots.size() != 1) {
            errors.invalid("subscriptions must select one top level field", GraphqlError.ROOT);
        }
        errors.report(new GraphqlError(
                "subscriptions are not supported over HTTP, use websockets instead",
                GraphqlError.ROOT,
                "unexpected-payload"));
    }

    private static Map<String, Object> plain(ObjectNode variables) {
        return JSON.convertValue(variables, new TypeReference<>() {});
    }
}
