package io.outputport.sandbox.hasura.graphql.read;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;

/** Reads one operation of a document. */
public final class OperationReader {
    private static final JsonMapper JSON = new JsonMapper();

    private OperationReader() {}

    /**
     * @param operation a query of the document
     * @param variables as they came; one that the operation does not declare is an error
     */
    public static Reading read(
            GraphQLSchema schema, Document document, OperationDefinition operation, ObjectNode variables) {
        FirstError errors = new FirstError();
        Fragments fragments = new Fragments(document.getDefinitionsOfType(FragmentDefinition.class));
        fragments.refuseCycles(errors);
        Variables bound = Variables.bind(operation.getVariableDefinitions(), variables, errors);
        InputReader inputs = new InputReader(bound, errors);
        FieldCollector collector = new FieldCollector(fragments, inputs, errors);
        List<Selection> roots = errors.isThere()
                ? List.of()
                : new SelectionReader(schema, collector, inputs, errors)
                        .read(schema.getQueryType(), List.of(operation.getSelectionSet()), "$");
        return errors.get()
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> new Reading.Understood(roots, operation, fragments.all(), plain(variables)));
    }

    private static Map<String, Object> plain(ObjectNode variables) {
        return JSON.convertValue(variables, new TypeReference<>() {});
    }
}
