package io.outputport.benchmark.run;

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
import java.util.concurrent.CompletableFuture;

/** The caller's side of the measurements. */
public final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration longest;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param longest how long one answer may take */
    public Http(Duration longest) {
        this.longest = longest;
    }

    public boolean isOk(URI address) throws InterruptedException {
        try {
            return client.send(request(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public JsonNode get(URI address) throws IOException, InterruptedException {
        return JSON.readTree(text(address));
    }

    /** @throws IOException also for an answer that is not one of success */
    public String text(URI address) throws IOException, InterruptedException {
        return good(address, client.send(request(address).build(), BodyHandlers.ofString()));
    }

    /** @throws IOException also for an answer that is not one of success */
    public void put(URI address, String body) throws IOException, InterruptedException {
        HttpRequest put = json(address).PUT(BodyPublishers.ofString(body)).build();
        good(address, client.send(put, BodyHandlers.ofString()));
    }

    /** Also an answer that is an error completes it. */
    public CompletableFuture<HttpResponse<String>> postAsync(URI address, String body) {
        HttpRequest post = json(address).POST(BodyPublishers.ofString(body)).build();
        return client.sendAsync(post, BodyHandlers.ofString());
    }

    public String post(URI address, String body) throws IOException, InterruptedException {
        return post(address, body, Map.of());
    }

    /** @throws IOException also for an answer that is not one of success */
    public String post(URI address, String body, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = json(address).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return good(address, client.send(request.build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder json(URI address) {
        return request(address).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(longest);
    }

    private static String good(URI address, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(address + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
