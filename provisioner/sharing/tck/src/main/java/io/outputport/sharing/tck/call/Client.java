package io.outputport.sharing.tck.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls as one recipient. */
public final class Client {
    public static final String CAPABILITIES = "delta-sharing-capabilities";
    public static final String VERSION = "Delta-Table-Version";
    /** A client that reads whatever Delta has. */
    public static final String ALL_FEATURES = "responseformat=delta;readerfeatures=deletionvectors,columnmapping,"
            + "timestampntz,typewidening,v2checkpoint,vacuumprotocolcheck";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String authorization;

    private Client(URI endpoint, String authorization) {
        this.endpoint = endpoint;
        this.authorization = authorization;
    }

    public static Client of(Profile profile) {
        return new Client(profile.endpoint(), "Bearer " + profile.token());
    }

    /** @param header what it says it is; nothing if empty */
    public Client saying(String header) {
        return new Client(endpoint, header);
    }

    public Client at(String otherEndpoint) {
        return new Client(URI.create(otherEndpoint), authorization);
    }

    public URI endpoint() {
        return endpoint;
    }

    /** @param headers names and values in turns */
    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(endpoint + path)).timeout(PATIENCE);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = sent(request.build());
        return new Answer(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    /** What lies under a signed address, asked for without a token. */
    public HttpResponse<byte[]> fetch(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.build());
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    request.method() + " " + request.uri().getPath(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
