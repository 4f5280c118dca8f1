package io.outputport.provisioner;

import io.outputport.foundation.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The real server on a free port, with the beans of {@code api}'s tests in the place of flow and task. */
public final class TestingServer implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            "PROVISIONER_PORT", "0",
            "PROVISIONER_HOST", "127.0.0.1",
            "TASK_DB_URL", "jdbc:h2:mem:api",
            "TASK_DB_IN_MEMORY", "true",
            "HASURA_URL", "http://127.0.0.1:1",
            "HASURA_ADMIN_SECRET", "not-used",
            "ROLE_MAPPER_URL", "http://127.0.0.1:1");

    /** A connection that is cut off can hold the stop for the whole grace period; no test waits for that. */
    private static final Map<String, Object> PROPERTIES =
            Map.of("testing.api", "true", "micronaut.lifecycle.graceful-shutdown.grace-period", "3s");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofMinutes(1))
            .build();
    private final ProvisionerServer server;

    private TestingServer(ProvisionerServer server) {
        this.server = server;
    }

    public static TestingServer start() {
        return with(Map.of());
    }

    public static TestingServer with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(settings);
        return start(all, PROPERTIES);
    }

    /** One whose requests share so much memory, in bytes, whatever this process has. */
    public static TestingServer withMemory(long heap, long direct) {
        Map<String, Object> properties = new HashMap<>(PROPERTIES);
        properties.put("testing.memory.heap", heap);
        properties.put("testing.memory.direct", direct);
        return start(SETTINGS, properties);
    }

    private static TestingServer start(Map<String, String> settings, Map<String, Object> properties) {
        return new TestingServer(ProvisionerServer.start(Settings.of(settings), properties));
    }

    /** With the queue and all else as it ships. */
    public static TestingServer whole(Map<String, String> settings) {
        return whole(settings, Map.of());
    }

    /** @param properties switch beans of the tests on */
    public static TestingServer whole(Map<String, String> settings, Map<String, Object> properties) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(settings);
        return start(all, properties);
    }

    public <T> T bean(Class<T> type) {
        return server.context().getBean(type);
    }

    public URI url() {
        return server.url();
    }

    /** The exit code of the image's health check beside this server. */
    public int healthCall(String setting, String value) {
        String port = Integer.toString(url().getPort());
        return HealthCall.ask(new String[0], Map.of("PROVISIONER_PORT", port, setting, value));
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Leaves the base path out. */
    public HttpResponse<String> getFromRoot(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.url().resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Sends a JSON body; {@code headers} are names and values in turn, and may replace the content type. */
    public HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        return headers.length == 0
                ? send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json")
                : send("POST", path, BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofMinutes(3))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
    }
}
