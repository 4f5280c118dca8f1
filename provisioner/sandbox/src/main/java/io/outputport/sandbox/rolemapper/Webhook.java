package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSetContainer;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.outputport.engine.http.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which role a consumer's request runs as. A request is let in only when all of it is queries, and all root
 * fields of all its definitions, named fragments included, belong to one role that the consumer has. So subscriptions,
 * introspection, {@code __typename} at the root and queries over two output ports are refused.
 */
final class Webhook {
    private final Roles roles;

    Webhook(Roles roles) {
        this.roles = roles;
    }

    Reply authenticate(String authorization, String query) {
        Optional<Caller> caller = Caller.of(authorization);
        if (caller.isEmpty()) {
            return unauthorized();
        }
        Document document;
        try {
            document = Parser.parse(query);
        } catch (InvalidSyntaxException notGraphql) {
            return Answer.invalid("Graphql query has one or more errors. " + notGraphql.getMessage());
        }
        return caller.flatMap(who -> role(document, who).map(role -> admitted(who, role)))
                .orElseGet(Webhook::unauthorized);
    }

    private Optional<String> role(Document document, Caller caller) {
        List<String> rootFields =
                document.getDefinitions().stream().flatMap(Webhook::rootFields).toList();
        if (rootFields.isEmpty() || document.getDefinitions().stream().anyMatch(Webhook::isNoQuery)) {
            return Optional.empty();
        }
        return roles.covering(rootFields, caller.user(), caller.groups());
    }

    /** Inline fragments at the root are not looked into; what is in them is left to the engine's permissions. */
    private static Stream<String> rootFields(Definition<?> definition) {
        return definition instanceof SelectionSetContainer<?> selecting && selecting.getSelectionSet() != null
                ? selecting.getSelectionSet().getSelectionsOfType(Field.class).stream()
                        .map(Field::getName)
                : Stream.empty();
    }

    private static boolean isNoQuery(Definition<?> definition) {
        return definition instanceof OperationDefinition operation
                && operation.getOperation() != OperationDefinition.Operation.QUERY;
    }

    private static Reply admitted(Caller caller, String role) {
        return Answer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("X-Hasura-User-Id", caller.user())
                .put("X-Hasura-Role", role));
    }

    private static Reply unauthorized() {
        return Answer.text(401, "Unauthorized");
    }
}
