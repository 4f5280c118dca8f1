package io.outputport.engine.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.outputport.engine.graphql.error.GraphqlError;
import io.outputport.engine.schema.GraphqlRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The text of a request as a document, with the operation that is meant. */
sealed interface ParsedRequest {
    record Chosen(Document document, OperationDefinition operation) implements ParsedRequest {}

    record Unparsed(GraphqlError error) implements ParsedRequest {}

    /** Generous for people and generated clients, and small enough that no text keeps the parser busy. */
    ParserOptions LIMITS = ParserOptions.newParserOptions()
            .maxCharacters(2_000_000)
            .maxTokens(200_000)
            .maxWhitespaceTokens(2_000_000)
            .maxRuleDepth(500)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();

    Pattern GRAPHQL_NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    default <R> R match(BiFunction<Document, OperationDefinition, R> chosen, Function<GraphqlError, R> refused) {
        return this instanceof Chosen it
                ? chosen.apply(it.document(), it.operation())
                : refused.apply(((Unparsed) this).error());
    }

    static ParsedRequest of(GraphqlRequest request) {
        Document document;
        try {
            document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(request.query())
                    .parserOptions(LIMITS)
                    .build());
        } catch (InvalidSyntaxException | NumberFormatException e) {
            return notValid();
        }
        return StrictSyntax.accepts(document) ? choose(document, request.operationName()) : notValid();
    }

    private static ParsedRequest choose(Document document, Optional<String> name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        boolean anonymous = operations.stream().anyMatch(operation -> operation.getName() == null);
        if (name.isEmpty()) {
            return operations.size() == 1
                    ? withoutMutations(document, operations.get(0))
                    : refused(
                            "exactly one operation has to be present in the document when operationName is not specified");
        }
        if (!GRAPHQL_NAME.matcher(name.get()).matches()) {
            return new Unparsed(GraphqlError.unreadable(name.get() + " is not valid GraphQL name", "$.operationName"));
        }
        if (anonymous) {
            return refused("operationName cannot be used when an anonymous operation exists in the document");
        }
        return operations.stream()
                .filter(operation -> name.get().equals(operation.getName()))
                .findFirst()
                .map(operation -> withoutMutations(document, operation))
                .orElseGet(() -> refused("no such operation found in the document: \"%s\"".formatted(name.get())));
    }

    /** The engine only reads, so no role has a mutation. */
    private static ParsedRequest withoutMutations(Document document, OperationDefinition operation) {
        return operation.getOperation() == OperationDefinition.Operation.MUTATION
                ? refused("no mutations exist")
                : new Chosen(document, operation);
    }

    private static ParsedRequest notValid() {
        return new Unparsed(GraphqlError.invalid("not a valid graphql query", "$.query"));
    }

    private static ParsedRequest refused(String message) {
        return new Unparsed(GraphqlError.invalid(message, GraphqlError.ROOT));
    }
}
