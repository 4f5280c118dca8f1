package io.outputport.engine.graphql;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import io.outputport.engine.graphql.error.GraphqlError;
import io.outputport.engine.graphql.read.Reading;
import io.outputport.engine.graphql.read.Selection;
import io.outputport.engine.graphql.sql.Fetched;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Answers {@code __schema} and {@code __type} from the types themselves. */
record IntrospectionQuery(GraphQLSchema types) {
    private static final Set<String> FIELDS = Set.of("__schema", "__type");
    private static final Set<String> ARGUMENT_TYPES = Set.of("String", "Boolean");
    private static final JsonMapper JSON = new JsonMapper();

    Fetched run(Reading.Understood query) {
        ObjectNode parts = JSON.createObjectNode();
        for (Selection selection : query.roots()) {
            if (FIELDS.contains(selection.name())) {
                Fetched fetched = run(query, selection.nodes());
                if (fetched instanceof Fetched.Failed) {
                    return fetched;
                }
                parts.setAll(((Fetched.Data) fetched).roots());
            }
        }
        return new Fetched.Data(parts);
    }

    /**
     * One field at a time: graphql-java refuses more, as it refuses circles through types and their fields, to keep
     * one text from asking for the whole schema many times over.
     */
    private Fetched run(Reading.Understood query, List<Field> fields) {
        Document document = document(query, fields);
        ExecutionResult result = GraphQL.newGraphQL(types)
                .preparsedDocumentProvider((input, parse) ->
                        // It was checked already, in Hasura's words.
                        CompletableFuture.completedFuture(new PreparsedDocumentEntry(document)))
                .build()
                .execute(ExecutionInput.newExecutionInput("{ __typename }").variables(query.variables()));
        if (!result.getErrors().isEmpty()) {
            return new Fetched.Failed(
                    GraphqlError.invalid(result.getErrors().get(0).getMessage(), GraphqlError.ROOT));
        }
        Map<String, Object> data = result.getData();
        return new Fetched.Data(JSON.convertValue(data, ObjectNode.class));
    }

    private static Document document(Reading.Understood query, List<Field> fields) {
        Document.Builder document = Document.newDocument();
        query.fragments().forEach(document::definition);
        return document.definition(query.operation()
                        .transform(operation -> operation
                                .selectionSet(
                                        SelectionSet.newSelectionSet(fields).build())
                                .variableDefinitions(argumentsOnly(query.operation()))))
                .build();
    }

    /** Those of other types serve the rest of the operation. */
    private static List<VariableDefinition> argumentsOnly(OperationDefinition operation) {
        return operation.getVariableDefinitions().stream()
                .filter(variable -> ARGUMENT_TYPES.contains(
                        AstPrinter.printAstCompact(variable.getType()).replace("!", "")))
                .toList();
    }
}
