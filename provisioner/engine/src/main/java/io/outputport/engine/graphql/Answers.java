package io.outputport.engine.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.graphql.error.GraphqlError;
import io.outputport.engine.graphql.read.Reading;
import io.outputport.engine.graphql.read.Selection;
import io.outputport.engine.graphql.sql.Fetched;
import io.outputport.engine.graphql.sql.SourceQueries;
import io.outputport.engine.graphql.type.SchemaTypes;
import io.outputport.engine.schema.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts an answer together from the sources, from introspection and from what is known without asking. */
final class Answers {
    private final SourceQueries sources;

    Answers(SourceQueries sources) {
        this.sources = sources;
    }

    ObjectNode of(RoleSchema schema, Session session, Reading.Understood query) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, List<Selection>> source :
                bySource(schema, query.roots()).entrySet()) {
            Fetched fetched = sources.fetch(source.getKey(), schema.view(), source.getValue(), session);
            if (fetched instanceof Fetched.Failed failed) {
                return failed.error().toAnswer();
            }
            parts.setAll(((Fetched.Data) fetched).roots());
        }
        return new IntrospectionQuery(schema.types())
                .run(query)
                .match(data -> inOrder(query.roots(), parts.setAll(data)), GraphqlError::toAnswer);
    }

    private static Map<String, List<Selection>> bySource(RoleSchema schema, List<Selection> roots) {
        Map<String, List<Selection>> bySource = new LinkedHashMap<>();
        for (Selection selection : roots) {
            schema.view()
                    .sourceOf(selection.name())
                    .ifPresent(source -> bySource.computeIfAbsent(source, key -> new ArrayList<>())
                            .add(selection));
        }
        return bySource;
    }

    private static ObjectNode inOrder(List<Selection> roots, JsonNode parts) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode data = answer.putObject("data");
        for (Selection selection : roots) {
            switch (selection.name()) {
                case Selection.TYPENAME -> data.put(selection.alias(), selection.parentType());
                case SchemaTypes.NO_QUERIES_FIELD -> data.put(selection.alias(), SchemaTypes.NO_QUERIES);
                default -> data.set(selection.alias(), parts.get(selection.alias()));
            }
        }
        return answer;
    }
}
