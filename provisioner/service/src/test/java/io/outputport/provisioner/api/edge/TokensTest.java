package io.outputport.provisioner.api.edge;

import static io.outputport.provisioner.api.Bodies.json;
import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.start.FailedStart;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.api.TestingQueue;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens whose hashes stand in a file. */
public class TokensTest {
    private static final String WRITER = "w-7f3a";
    private static final String READER = "r-19bc";

    @TempDir
    static Path folder;

    private static Path file;
    private static TestingServer server;

    @BeforeAll
    static void start() throws Exception {
        file = folder.resolve("tokens");
        write();
        server = TestingServer.with(Map.of("API_TOKENS_FILE", file.toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void asAtFirst() throws Exception {
        write();
        server.bean(TestingQueue.class).reset();
    }

    private static void write() throws Exception {
        Files.writeString(
                file,
                "# of the platform\n" + line("coordinator", "write", WRITER) + "\n\n"
                        + line("dashboard", "read", READER) + "\n");
    }

    @Test
    void a_token_that_may_write_is_served() throws Exception {
        assertThat(provision(WRITER).statusCode()).isEqualTo(202);
    }

    @Test
    void a_token_that_may_read_looks_and_changes_nothing() throws Exception {
        HttpResponse<String> refused = provision(READER);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("userMessage").asText()).contains("may look, but not change anything");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_scope");
        assertThat(send("DELETE", "/v1/provision/x", READER).statusCode()).isEqualTo(403);
        assertThat(server.bean(TestingQueue.class).submissions).isEmpty();
        for (String path : List.of("/v1/validate", "/v2/validate", "/v1/plan", "/v1/reverse-provisioning")) {
            assertThat(send("POST", path, READER).statusCode()).as(path).isNotIn(401, 403);
        }
        assertThat(send("GET", "/tasks", READER).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization|Bearer w-7f3b",
                "Authorization|Basic dzo3ZjNh",
                "Authorization|Bearer",
                "X-Token|w-7f3a"
            })
    void whoever_shows_no_token_that_is_known_is_401_in_the_api_s_own_form(String header, String value)
            throws Exception {
        for (String path : List.of("/v1/provision", "/v1/validate", "/tasks", "/v1/no-such-path")) {
            HttpResponse<String> answer = server.send(
                    path.equals("/tasks") ? "GET" : "POST",
                    path,
                    BodyPublishers.ofString(provisioning().toString()),
                    "Content-Type",
                    "application/json",
                    header,
                    value);

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"provisioner\"");
            assertThat(json(answer).path("errors").get(0).asText()).contains("token");
            assertThat(answer.body()).doesNotContain("7f3a", "dzo3ZjNh");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/readiness", "/health/liveness", "/prometheus", "/docs/", "/docs/openapi.yml"})
    void what_probes_and_readers_of_the_pages_need_stays_open(String path) throws Exception {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health/../tasks", "/docs/..%2ftasks", "/health;/../tasks", "/docs/%2e%2e/tasks", "//tasks"})
    void a_path_that_pretends_to_be_open_is_not(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isIn(400, 401, 404);
        assertThat(answer.body()).doesNotContain("\"tasks\"");
    }

    @Test
    void a_changed_file_holds_at_once_and_a_broken_one_changes_nothing() throws Exception {
        Files.writeString(file, line("coordinator", "write", "w-next") + "\n");
        assertThat(provision("w-next").statusCode()).isEqualTo(202);
        assertThat(provision(WRITER).statusCode()).isEqualTo(401);

        Files.writeString(file, "coordinator:write:not-a-hash\n");
        assertThat(provision("w-next").statusCode()).isEqualTo(202);
        Files.delete(file);
        assertThat(provision("w-next").statusCode()).isEqualTo(202);

        Files.writeString(file, line("coordinator", "write", "w-last") + "\n");
        assertThat(provision("w-last").statusCode()).isEqualTo(202);
        assertThat(provision("w-next").statusCode()).isEqualTo(401);
    }

    @Test
    void below_a_base_path_the_same_holds_and_metrics_can_be_closed_too() throws Exception {
        Map<String, String> settings = Map.of(
                "API_TOKENS_FILE", file.toString(), "PROVISIONER_BASE_PATH", "/mesh", "API_PROTECT_METRICS", "true");
        try (TestingServer below = TestingServer.with(settings)) {
            assertThat(below.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(below.get("/prometheus").statusCode()).isEqualTo(401);
            assertThat(below.get("/prometheus", "Authorization", "Bearer " + READER)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(below.get("/tasks").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "API_TOKENS_FILE|/nowhere|API_TOKENS_FILE names a file that cannot be read: /nowhere.",
                "API_TOKEN_FILE|/nowhere|API_TOKEN_FILE is not a setting; known are",
                "API_RATE_LIMIT|5|API_RATE_LIMIT is not a setting; known are",
                "API_JWT_JWKS_URL|https://idp.example.com/keys|API_JWT_ISSUER is not set.",
                "API_TLS_KEY_FILE|pom.xml|API_TLS_CERTIFICATE_FILE and API_TLS_KEY_FILE belong together",
                "API_TLS_CLIENT_CA_FILE|pom.xml|API_TLS_CLIENT_CA_FILE needs API_TLS_CERTIFICATE_FILE",
            })
    void a_setting_that_would_leave_the_door_open_stops_the_start(String name, String value, String sentence) {
        assertThatThrownBy(() -> TestingServer.with(Map.of(name, value)).close())
                .satisfies(failure ->
                        assertThat(FailedStart.of(failure).sentence()).startsWith("Cannot start: " + sentence));
    }

    @Test
    void a_wrong_line_is_named_and_not_shown() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), line("a", "read", "x") + "\nhunter2:write:hunter2\n");

        assertThatThrownBy(() -> TestingServer.with(Map.of("API_TOKENS_FILE", wrong.toString()))
                        .close())
                .satisfies(failure -> assertThat(FailedStart.of(failure).sentence())
                        .contains("Line 2 of the file")
                        .doesNotContain("hunter2"));
    }

    private static HttpResponse<String> provision(String token) throws IOException, InterruptedException {
        return send("POST", "/v1/provision", token);
    }

    private static HttpResponse<String> send(String method, String path, String token)
            throws IOException, InterruptedException {
        return server.send(
                method,
                path,
                method.equals("GET")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(provisioning().toString()),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token);
    }

    public static String line(String name, String role, String token) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        return name + ":" + role + ":" + HexFormat.of().formatHex(hash);
    }
}
