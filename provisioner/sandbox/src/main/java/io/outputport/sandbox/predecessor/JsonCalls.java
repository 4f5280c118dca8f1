package io.outputport.sandbox.predecessor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Requests to one system, with the predecessor's time-out. */
final class JsonCalls {
    /** Its default is half a minute; a benchmark with thousands of tables has to wait longer to have a result at all. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Map<String, String> headers;

    JsonCalls(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    JsonNode get(String path) {
        return good(path, send(request(path).GET()));
    }

    void put(String path, JsonNode body) {
        good(path, send(request(path).PUT(BodyPublishers.ofString(body.toString()))));
    }

    /** @param takenForGood the code of an error that does not end the work */
    void post(String path, JsonNode body, String takenForGood) {
        HttpResponse<String> response = send(request(path).POST(BodyPublishers.ofString(body.toString())));
        if (response.statusCode() != 400
                || !read(response).path("code").asText().equals(takenForGood)) {
            good(path + " " + body.path("type").asText(), response);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base.toString().replaceFirst("/$", "") + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new CallFailed("No answer from " + base + ": " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CallFailed("Interrupted while waiting for " + base, interrupted);
        }
    }

    private static JsonNode good(String what, HttpResponse<String> response) {
        JsonNode body = read(response);
        if (response.statusCode() != 200) {
            throw new CallFailed("%s was answered with %d: %s %s"
                    .formatted(
                            what,
                            response.statusCode(),
                            body.path("code").asText(),
                            body.path("error").asText()));
        }
        return body;
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new CallFailed("An answer with status " + response.statusCode() + " is no JSON.", notJson);
        }
    }
}
