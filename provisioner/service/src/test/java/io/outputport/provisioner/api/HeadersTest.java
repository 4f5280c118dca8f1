package io.outputport.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What browsers are told beside the answer. */
class HeadersTest {
    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answers_are_neither_guessed_nor_stored_also_when_they_say_no() throws Exception {
        for (String path : List.of("/tasks", "/v1/provision/nobody/status", "/nowhere", "/health/readiness")) {
            HttpResponse<String> answer = server.get(path);

            assertThat(answer.headers().allValues("X-Content-Type-Options"))
                    .as(path)
                    .containsExactly("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
        }
    }

    @Test
    void the_page_runs_its_own_scripts_only_and_is_in_nobody_s_frame() throws Exception {
        HttpResponse<String> page = server.get("/docs/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String script = page.body().split("<script>")[1].split("</script>")[0];
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));

        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(server.get("/docs/res/swagger-ui.css").headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }
}
