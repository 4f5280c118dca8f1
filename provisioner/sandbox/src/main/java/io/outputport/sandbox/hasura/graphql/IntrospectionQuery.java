package io.outputport.sandbox.hasura.graphql;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLSchema;
import io.outputport.sandbox.hasura.graphql.error.GraphqlError;
import io.outputport.sandbox.hasura.graphql.read.Reading;
import io.outputport.sandbox.hasura.graphql.sql.Fetched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Answers {@code __schema} and {@code __type} from the types themselves. */
record IntrospectionQuery(GraphQLSchema types) {
    private static final Set<String> FIELDS = Set.of("__schema", "__type");
    private static final JsonMapper JSON = new JsonMapper();

    Fetched run(Reading.Understood query) {
        List<Field> fields = query.roots().stream()
                .filter(selection -> FIELDS.contains(selection.name()))
                .flatMap(selection -> selection.nodes().stream())
                .toList();
        return fields.isEmpty() ? new Fetched.Data(JSON.createObjectNode()) : run(query, fields);
    }

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
        List<Definition> definitions = new ArrayList<>(query.fragments());
        definitions.add(query.operation()
                .transform(operation -> operation.selectionSet(
                        SelectionSet.newSelectionSet(fields).build())));
        return Document.newDocument().definitions(definitions).build();
    }
}
