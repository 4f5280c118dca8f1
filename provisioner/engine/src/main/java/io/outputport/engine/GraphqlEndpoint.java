package io.outputport.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Handler;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.GraphqlAnswers;
import io.outputport.engine.schema.GraphqlRequest;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.Session;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The GraphQL endpoints. {@code /v1/graphql} answers 200 whatever happened; {@code /v1alpha1/graphql} shows the status.
 */
record GraphqlEndpoint(
        Supplier<SchemaCache> schema, Authentication authentication, GraphqlAnswers answers, boolean realStatus)
        implements Handler {
    @Override
    public Reply handle(Request request) {
        try {
            JsonNode body = request.json().orElseThrow(CommandEndpoint::notJson);
            Session session = authentication.session(request, Optional.of(body));
            return body.isArray() ? Reply.json(200, batch(session, body)) : single(session, body);
        } catch (Refused refused) {
            return Reply.json(realStatus ? refused.status() : 200, error(refused));
        }
    }

    private Reply single(Session session, JsonNode body) {
        ObjectNode answer = answers.answer(schema.get(), session, read(body));
        boolean failed = answer.has("errors") && !answer.has("data");
        return Reply.json(realStatus && failed ? 400 : 200, answer);
    }

    private ArrayNode batch(Session session, JsonNode bodies) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        SchemaCache cache = schema.get();
        for (JsonNode body : bodies) {
            all.add(answers.answer(cache, session, read(body)));
        }
        return all;
    }

    private static GraphqlRequest read(JsonNode body) {
        if (!body.path("query").isTextual()) {
            throw Refused.parse("the key 'query' was not present").at("$");
        }
        return new GraphqlRequest(
                body.path("query").asText(),
                body.path("operationName").isTextual()
                        ? Optional.of(body.path("operationName").asText())
                        : Optional.empty(),
                body.path("variables") instanceof ObjectNode variables
                        ? variables
                        : JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode error(Refused refused) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode error = answer.putArray("errors").addObject();
        error.putObject("extensions").put("path", refused.path()).put("code", refused.code());
        error.put("message", refused.message());
        return answer;
    }
}
