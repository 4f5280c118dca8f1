package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.api.edge.TokensTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many requests a caller may send. */
class RateTest {
    @TempDir
    Path folder;

    @Test
    void whoever_sends_more_than_it_may_is_429_with_the_time_to_wait_and_others_are_not() throws Exception {
        Path file = Files.writeString(
                folder.resolve("tokens"),
                TokensTest.line("one", "read", "first") + "\n" + TokensTest.line("two", "read", "second"));
        Map<String, String> settings =
                Map.of("API_TOKENS_FILE", file.toString(), "API_RATE_LIMIT", "1", "API_RATE_BURST", "3");
        try (TestingServer server = TestingServer.with(settings)) {
            HttpResponse<String> answer = tasks(server, "first");
            for (int sent = 1; sent < 50 && answer.statusCode() == 200; sent++) {
                answer = tasks(server, "first");
            }

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(json(answer).path("userMessage").asText()).contains("more requests than it may");
            assertThat(tasks(server, "second").statusCode()).isEqualTo(200);
            assertThat(server.get("/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void guessing_tokens_is_slowed_down_too() throws Exception {
        Path file = Files.writeString(folder.resolve("tokens"), TokensTest.line("one", "read", "first"));
        Map<String, String> settings =
                Map.of("API_TOKENS_FILE", file.toString(), "API_RATE_LIMIT", "1", "API_RATE_BURST", "2");
        try (TestingServer server = TestingServer.with(settings)) {
            int status = 401;
            for (int guess = 0; guess < 50 && status == 401; guess++) {
                status = tasks(server, "guess-" + guess).statusCode();
            }

            assertThat(status).isEqualTo(429);
        }
    }

    private static HttpResponse<String> tasks(TestingServer server, String token) throws Exception {
        return server.get("/tasks", "Authorization", "Bearer " + token);
    }
}
