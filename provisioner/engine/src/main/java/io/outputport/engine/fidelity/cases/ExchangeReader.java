package io.outputport.engine.fidelity.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.outputport.engine.fidelity.cases.Exchange.Expected;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one request and its expected answer. The request is one of
 *
 * <ul>
 *   <li>{@code run}: an operation of the metadata API, with {@code args} and perhaps {@code version} and
 *       {@code resource_version};
 *   <li>{@code query}: a GraphQL query, with {@code as} for the role and perhaps {@code variables};
 *   <li>{@code sql}: SQL, on the source {@code on} or, without it, beside all sources;
 *   <li>{@code get}: a path, or {@code post}: a path, with {@code body}.
 * </ul>
 *
 * With {@code headers}; {@code anonymous: true} leaves the admin secret out. The expected answer is {@code status}
 * (200), {@code answer} and perhaps {@code at}, the place where it stands; or {@code data} for that of a query; or
 * {@code refused}: {@code <status> <code> <path> <message>} of an error outside GraphQL; or {@code error}:
 * {@code <code> <path> <message>} of a GraphQL error. {@code keep} names parts of the answer for later requests.
 */
public final class ExchangeReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The keys of a request, and those of a case that is a request at the same time. */
    private static final Set<String> KEYS = Set.of(
            "run",
            "args",
            "version",
            "resource_version",
            "query",
            "as",
            "variables",
            "operationName",
            "endpoint",
            "sql",
            "on",
            "get",
            "post",
            "body",
            "headers",
            "anonymous",
            "status",
            "answer",
            "at",
            "data",
            "refused",
            "error",
            "keep",
            "name",
            "shows",
            "mark",
            "source",
            "since",
            "before",
            "steps",
            "given",
            "world");

    private ExchangeReader() {}

    /** @throws IllegalArgumentException for a key that is not known: it would silently prove nothing */
    static void requireKnownKeys(JsonNode json) {
        json.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("There is no key " + key + " in a request: " + json);
            }
        });
    }

    static Exchange read(JsonNode json) {
        requireKnownKeys(json);
        Map<String, String> headers = texts(json.path("headers"));
        if (json.has("as")) {
            headers.put("X-Hasura-Role", json.path("as").asText());
        }
        return new Exchange(
                path(json),
                body(json),
                headers,
                !json.path("anonymous").asBoolean(),
                expected(json),
                texts(json.path("keep")));
    }

    private static String path(JsonNode json) {
        if (json.has("run")) {
            return "/v1/metadata";
        }
        if (json.has("sql")) {
            return "/v2/query";
        }
        if (json.has("query")) {
            return json.path("endpoint").asText("/v1/graphql");
        }
        String path = json.path("get").asText(json.path("post").asText());
        if (path.isEmpty()) {
            throw new IllegalArgumentException("There is no request in " + json);
        }
        return path;
    }

    private static Optional<JsonNode> body(JsonNode json) {
        ObjectNode body = JSON.objectNode();
        if (json.has("run")) {
            body.set("type", json.path("run"));
            body.set("args", json.has("args") ? json.path("args") : JSON.objectNode());
            copy(json, body, "version", "resource_version");
        } else if (json.has("sql")) {
            body.put("type", "run_sql");
            body.putObject("args")
                    .put("source", json.path("on").asText("<beside>"))
                    .set("sql", json.path("sql"));
        } else if (json.has("query")) {
            copy(json, body, "query", "variables", "operationName");
        } else {
            return json.has("post") ? Optional.of(json.path("body")) : Optional.empty();
        }
        return Optional.of(body);
    }

    private static void copy(JsonNode from, ObjectNode to, String... keys) {
        for (String key : keys) {
            if (from.has(key)) {
                to.set(key, from.path(key));
            }
        }
    }

    private static Expected expected(JsonNode json) {
        String at = json.path("at").asText();
        if (json.has("refused")) {
            String[] parts = json.path("refused").asText().split(" ", 4);
            return new Expected(Integer.parseInt(parts[0]), at, Optional.of(refusal(parts)));
        }
        int status = json.path("status").asInt(200);
        if (json.has("error")) {
            return new Expected(
                    status, at, Optional.of(graphqlError(json.path("error").asText())));
        }
        if (json.has("data")) {
            ObjectNode answer = JSON.objectNode();
            answer.set("data", json.path("data"));
            return new Expected(status, at, Optional.of(answer));
        }
        return new Expected(status, at, json.has("answer") ? Optional.of(json.path("answer")) : Optional.empty());
    }

    /** An admin may see more, under {@code internal}. */
    private static JsonNode refusal(String[] parts) {
        ObjectNode refusal = JSON.objectNode().put("<others>", "allowed").put("code", parts[1]);
        return refusal.put("path", parts[2]).put("error", parts[3]);
    }

    private static JsonNode graphqlError(String text) {
        String[] parts = text.split(" ", 3);
        ObjectNode answer = JSON.objectNode();
        ObjectNode error = answer.putArray("errors").addObject();
        error.set("message", new TextNode(parts[2]));
        error.putObject("extensions")
                .put("<others>", "allowed")
                .put("code", parts[0])
                .put("path", parts[1]);
        return answer;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
