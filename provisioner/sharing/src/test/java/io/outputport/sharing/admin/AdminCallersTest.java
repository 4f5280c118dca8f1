package io.outputport.sharing.admin;

import static io.outputport.sharing.TestingSharing.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.TestingSharing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The admin API with callers that the operator has named. */
class AdminCallersTest {
    @TempDir
    Path folder;

    private TestingSharing server;

    @BeforeEach
    void start() throws IOException {
        Path tokens = folder.resolve("tokens");
        Files.writeString(tokens, "platform:write:" + hash("changes") + "\ndashboard:read:" + hash("looks") + "\n");
        server = TestingSharing.in(folder, Map.of("API_TOKENS_FILE", tokens.toString(), "API_PROTECT_METRICS", "true"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void each_does_what_its_role_allows_also_from_the_own_machine() {
        assertThat(put("Bearer changes")).isEqualTo(201);
        assertThat(put("Bearer looks")).isEqualTo(403);
        assertThat(get("/admin/v1/shares", "Bearer looks")).isEqualTo(200);
        assertThat(get("/admin/v1/shares", "Bearer unknown")).isEqualTo(401);
        assertThat(server.get("/admin/v1/shares").statusCode()).isEqualTo(401);
    }

    @Test
    void whoever_has_made_a_change_stands_in_the_audit_by_name() {
        put("Bearer changes");

        assertThat(json(server.get("/admin/v1/audit", "Authorization", "Bearer looks"))
                        .path("items")
                        .path(0)
                        .path("actor")
                        .asText())
                .isEqualTo("token platform");
    }

    @Test
    void metrics_are_closed_where_the_operator_says_so_and_health_is_not() {
        assertThat(server.get("/prometheus").statusCode()).isEqualTo(401);
        assertThat(get("/prometheus", "Bearer looks")).isEqualTo(200);
        assertThat(server.get("/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void an_operators_token_reads_no_table() {
        assertThat(server.protocol("changes")).isEqualTo(401);
    }

    private int put(String authorization) {
        return server.call("PUT", "/admin/v1/shares/sales", "{}", "Authorization", authorization)
                .statusCode();
    }

    private int get(String path, String authorization) {
        return server.get(path, "Authorization", authorization).statusCode();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
