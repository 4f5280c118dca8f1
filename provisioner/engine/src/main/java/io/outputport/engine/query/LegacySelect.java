package io.outputport.engine.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.GraphqlAnswers;
import io.outputport.engine.schema.GraphqlRequest;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.Session;
import io.outputport.engine.schema.TrackedTable;
import java.util.Optional;

/**
 * {@code select}, in which the old consoles and scripts read rows. It becomes a GraphQL query of the same role, so that
 * permissions are judged in one place; names in the request and in the answer are those of the database.
 */
record LegacySelect(GraphqlAnswers graphql) {

    /** @throws Refused when the role may not, or the arguments name what is not there */
    JsonNode run(SchemaCache schema, Session session, JsonNode args) {
        String source = args.path("source").asText("default");
        TrackedTable table = table(schema, source, args.path("table"));
        SelectText text = new SelectText(schema, session.role());
        String query = text.write(table, args);
        ObjectNode answer = graphql.answer(schema, session, new GraphqlRequest(query, Optional.empty(), text.values()));
        JsonNode error = answer.at("/errors/0");
        if (!error.isMissingNode()) {
            throw Refused.badRequest(
                    error.at("/extensions/code").asText(), error.path("message").asText());
        }
        JsonNode data = answer.path("data");
        return table.customization()
                .namespace()
                .map(data::path)
                .orElse(data)
                .path(table.roots().select());
    }

    private static TrackedTable table(SchemaCache schema, String source, JsonNode json) {
        if (json.isMissingNode()) {
            throw Refused.parse("the key 'table' was not present");
        }
        String name = json.isTextual() ? json.asText() : json.path("name").asText();
        String in = json.path("schema").asText("public");
        return schema.tables().stream()
                .filter(table -> table.source().equals(source)
                        && table.databaseSchema().equals(in)
                        && table.databaseName().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest(
                        "not-exists",
                        "table \"" + (in.equals("public") ? name : in + "." + name) + "\" does not exist in source: "
                                + source));
    }
}
