package io.outputport.benchmark.durable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** HTTP as the platform speaks it. */
final class Calls {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    boolean isOk(URI address) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address).timeout(LONGEST).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    void get(URI address) throws IOException, InterruptedException {
        check(client.send(HttpRequest.newBuilder(address).timeout(LONGEST).build(), BodyHandlers.ofString()));
    }

    void put(URI address, String body) throws IOException, InterruptedException {
        check(client.send(json(address).PUT(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    }

    /** Also an answer that is an error completes it. */
    CompletableFuture<HttpResponse<String>> post(URI address, String body) {
        return client.sendAsync(
                json(address).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder json(URI address) {
        return HttpRequest.newBuilder(address).timeout(LONGEST).header("Content-Type", "application/json");
    }

    private static void check(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
    }
}
