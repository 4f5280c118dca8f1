package io.outputport.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.graphql.GraphqlEngine;
import io.outputport.engine.schema.GraphqlAnswers;
import io.outputport.engine.schema.GraphqlRequest;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** An engine on a free port and a client for it. Its GraphQL side answers who asks, and keeps the schema it was given. */
public final class TestEngine implements AutoCloseable {
    public static final String SECRET = "test-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private volatile SchemaCache seen = new SchemaCache(-1, List.of(), Map.of());
    private final HasuraEngine engine;

    private TestEngine(
            EngineSettings settings, Optional<Function<Function<String, DataSource>, GraphqlAnswers>> graphql)
            throws IOException {
        engine = HasuraEngine.start(0, settings, graphql.orElse(databases -> this::whoAsks));
    }

    private ObjectNode whoAsks(SchemaCache cache, Session session, GraphqlRequest request) {
        seen = cache;
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("data")
                .put("role", session.role())
                .put("user", session.variables().getOrDefault("x-hasura-user-id", ""))
                .put("operation", request.operationName().orElse(""));
        return answer;
    }

    public static TestEngine start() {
        return start(EngineSettings.of(SECRET));
    }

    public static TestEngine start(EngineSettings settings) {
        return start(settings, Optional.empty());
    }

    /** One with the real GraphQL side. */
    public static TestEngine whole() {
        return whole(EngineSettings.of(SECRET));
    }

    public static TestEngine whole(EngineSettings settings) {
        return start(settings, Optional.of(GraphqlEngine::new));
    }

    private static TestEngine start(
            EngineSettings settings, Optional<Function<Function<String, DataSource>, GraphqlAnswers>> graphql) {
        try {
            return new TestEngine(settings, graphql);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The schema that GraphQL serves now. */
    public SchemaCache schema() {
        post("/v1/graphql", "{\"query\":\"{a}\"}", Map.of("x-hasura-admin-secret", SECRET));
        return seen;
    }

    /** Runs one operation as the admin. */
    public Answer run(String body) {
        return post("/v1/metadata", body, Map.of("x-hasura-admin-secret", SECRET));
    }

    public Answer run(String type, JsonNode args) {
        return run(command(type, args).toString());
    }

    public static ObjectNode command(String type, JsonNode args) {
        ObjectNode command = JSON.createObjectNode().put("type", type);
        command.set("args", args);
        return command;
    }

    /** Stores the document whatever it says; gives the answer of version 2. */
    public Answer replace(JsonNode metadata) {
        return replace(metadata, true);
    }

    public Answer replace(JsonNode metadata, boolean allowInconsistent) {
        ObjectNode args = JSON.createObjectNode().put("allow_inconsistent_metadata", allowInconsistent);
        args.set("metadata", metadata);
        return run(command("replace_metadata", args).put("version", 2).toString());
    }

    public JsonNode export() {
        return run("{\"type\":\"export_metadata\",\"version\":2,\"args\":{}}").body();
    }

    public JsonNode stats() {
        return get("/sandbox/stats").body();
    }

    /** Asks GraphQL as this role. */
    public JsonNode query(String role, String query) {
        String body = JSON.createObjectNode().put("query", query).toString();
        return post("/v1/graphql", body, Map.of("x-hasura-admin-secret", SECRET, "x-hasura-role", role))
                .body();
    }

    public void set(String settings) {
        Answer answer = post("/sandbox/settings", settings, Map.of());
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body().toString());
        }
    }

    public Answer get(String path) {
        return get(path, Map.of());
    }

    public Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(engine.url().resolve(path));
        headers.forEach(request::header);
        return send(request.build());
    }

    public Answer post(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(engine.url().resolve(path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    @Override
    public void close() {
        engine.close();
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    public record Answer(int status, String text, HttpResponse<String> response) {
        public JsonNode body() {
            try {
                return JSON.readTree(text);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        /** Status, code, path and message in one line, as a table of cases compares them. */
        public String error() {
            return "%d %s %s %s".formatted(status, text("code"), text("path"), text("error"));
        }

        private String text(String key) {
            return body().path(key).asText();
        }
    }
}
