package io.outputport.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The real server on a free port, and calls to it. */
public final class TestingSharing implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final SharingServer server;

    private TestingSharing(SharingServer server) {
        this.server = server;
    }

    /** With a file of its own below {@code folder}, and by the clock of this machine. */
    public static TestingSharing in(Path folder, Map<String, String> settings) {
        return start("jdbc:h2:file:" + folder.resolve("shares"), settings);
    }

    public static TestingSharing start(String database, Map<String, String> settings, Object... singletons) {
        Map<String, String> all = new HashMap<>(Map.of(
                "SHARING_PORT", "0",
                "SHARING_HOST", "127.0.0.1",
                "SHARING_DB_URL", database));
        all.putAll(settings);
        return new TestingSharing(SharingServer.start(Settings.of(all, SharingNames.ALL), Map.of(), singletons));
    }

    public URI url() {
        return server.url();
    }

    /** @param headers names and values in turns */
    public HttpResponse<String> call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return call("GET", path, "", headers);
    }

    /** A share with one table, granted to some. */
    public void share(String name, String... recipients) {
        succeed(call(
                "PUT",
                "/admin/v1/shares/" + name,
                "{\"tables\":[{\"schema\":\"shop\",\"name\":\"orders\",\"storage\":\"lake\",\"path\":\"orders\"}]}"));
        grant(name, recipients);
    }

    public void grant(String share, String... recipients) {
        String names = recipients.length == 0 ? "" : "\"" + String.join("\",\"", recipients) + "\"";
        succeed(call("PUT", "/admin/v1/shares/" + share + "/grants", "{\"recipients\":[" + names + "]}"));
    }

    public void recipient(String name, String terms) {
        succeed(call("PUT", "/admin/v1/recipients/" + name, terms));
    }

    /** The code of a new link. */
    public String link(String recipient, String wanted) {
        HttpResponse<String> answer =
                succeed(call("POST", "/admin/v1/recipients/" + recipient + "/activations", wanted));
        return code(answer);
    }

    public static String code(HttpResponse<String> answer) {
        String url = json(answer).path("activationUrl").asText();
        return url.substring(url.indexOf('#') + 1);
    }

    /** A token of the recipient's, made as the recipient makes it. */
    public String token(String recipient) {
        HttpResponse<String> profile =
                succeed(call("POST", "/activation", "", "Authorization", "Bearer " + link(recipient, "")));
        return json(profile).path("bearerToken").asText();
    }

    /** The status of a call of the protocol; 404 is somebody who was let in, and found nothing. */
    public int protocol(String bearer, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + bearer;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return get("/delta-sharing/shares/no-such-share", all).statusCode();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            throw new IllegalStateException(answer.body(), noJson);
        }
    }

    static HttpResponse<String> succeed(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    public <T> T bean(Class<T> type) {
        return server.context().getBean(type);
    }

    @Override
    public void close() {
        server.close();
    }
}
