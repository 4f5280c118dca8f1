package io.outputport.engine.fidelity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.fidelity.cases.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to the Hasura that is asked. */
final class HasuraCalls {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Target target;

    HasuraCalls(Target target) {
        this.target = target;
    }

    /** The answer, whatever its status; a body that is no JSON is given as a text. */
    Answer send(Exchange exchange, Names names) {
        HttpRequest.Builder request = request(names.fill(exchange.path()));
        exchange.headers().forEach((name, value) -> request.header(name, names.fill(value)));
        if (exchange.admin()) {
            request.header("X-Hasura-Admin-Secret", target.adminSecret());
        }
        exchange.body()
                .map(names::fill)
                .ifPresent(body -> request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.isTextual() ? body.asText() : body.toString())));
        return send(request.build());
    }

    /** One operation of the metadata API as the admin. */
    Answer run(String type, JsonNode args) {
        return post("/v1/metadata", type, args);
    }

    /** SQL on one of the sources. */
    Answer sql(String source, String sql) {
        return post(
                "/v2/query",
                "run_sql",
                JsonNodeFactory.instance.objectNode().put("source", source).put("sql", sql));
    }

    /** As it calls itself, for example {@code v2.45.0}. */
    String version() {
        return send(request("/v1/version").build()).body().path("version").asText();
    }

    private Answer post(String path, String type, JsonNode args) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", type);
        body.set("args", args);
        return send(request(path)
                .header("X-Hasura-Admin-Secret", target.adminSecret())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(target.url().toString().replaceFirst("/$", "") + path))
                .timeout(PATIENCE);
    }

    private Answer send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), read(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException("No answer from " + target + ": " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JsonNodeFactory.instance.textNode(body);
        }
    }

    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }
}
