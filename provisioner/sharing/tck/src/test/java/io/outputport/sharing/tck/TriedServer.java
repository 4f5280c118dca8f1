package io.outputport.sharing.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.SharingNames;
import io.outputport.sharing.SharingServer;
import io.outputport.sharing.tck.sample.SampleTables;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The sharing server with the kit's tables, set up by its admin API as an operator does it. */
final class TriedServer implements AutoCloseable {
    private final Path folder;
    private final SharingServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    private TriedServer(Path folder, SharingServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** @param storage the settings of the storage {@code lake} */
    static TriedServer start(Path folder, Map<String, String> storage) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SHARING_PORT", "0",
                "SHARING_HOST", "127.0.0.1",
                "SHARING_DB_URL", "jdbc:h2:file:" + folder.resolve("shares")));
        settings.putAll(storage);
        TriedServer tried = new TriedServer(folder, SharingServer.start(Settings.of(settings, SharingNames.ALL)));
        tried.put("/admin/v1/shares/kit", "{\"tables\":[" + tables() + "]}");
        return tried;
    }

    private static String tables() {
        return new SampleTables()
                .names().stream()
                        .map(name -> "{\"schema\":\"tables\",\"name\":\"" + name + "\",\"storage\":\"lake\",\"path\":\""
                                + name + "\",\"historyShared\":" + name.endsWith("_history") + "}")
                        .collect(Collectors.joining(","));
    }

    URI url() {
        return server.url();
    }

    TriedServer grants(String... recipients) throws IOException {
        put("/admin/v1/shares/kit/grants", "{\"recipients\":[\"" + String.join("\",\"", recipients) + "\"]}");
        return this;
    }

    /** A recipient's profile file. */
    Path profile(String recipient) throws IOException {
        return profile(recipient, "1h");
    }

    Path profile(String recipient, String tokenLifetime) throws IOException {
        put("/admin/v1/recipients/" + recipient, "{}");
        JsonNode link = json(call(
                "POST",
                "/admin/v1/recipients/" + recipient + "/activations",
                "{\"tokenLifetime\":\"" + tokenLifetime + "\"}"));
        String url = link.path("activationUrl").asText();
        String profile =
                call("POST", "/activation", "", "Authorization", "Bearer " + url.substring(url.indexOf('#') + 1));
        return Files.writeString(folder.resolve(recipient + ".share"), profile);
    }

    void revoke(String recipient) throws IOException {
        call("POST", "/admin/v1/recipients/" + recipient + "/revoke", "");
    }

    private void put(String path, String body) throws IOException {
        call("PUT", path, body);
    }

    private String call(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Override
    public void close() {
        server.close();
    }
}
