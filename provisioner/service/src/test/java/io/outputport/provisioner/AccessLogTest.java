package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.telemetry.CapturedErrors;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final String PATH = "/v1/provision/nothing/status";
    private static final String LINE = "GET " + PATH + " 4";

    @Test
    void a_request_is_a_line_without_its_query_and_headers() throws Exception {
        try (CapturedErrors errors = new CapturedErrors();
                TestingServer server = TestingServer.with(Map.of("ACCESS_LOG", "true"))) {
            server.get(PATH + "?key=hidden-in-query", "Authorization", "hidden-in-header");

            await().until(() -> errors.text().contains(LINE));
            assertThat(errors.text()).doesNotContain("hidden-in");
        }
    }

    @Test
    void probes_are_no_lines_and_what_is_only_called_like_them_is_one() throws Exception {
        try (CapturedErrors errors = new CapturedErrors();
                TestingServer server = TestingServer.with(Map.of("ACCESS_LOG", "true"))) {
            server.get("/health/liveness");
            server.get("/prometheus");
            server.get("/v1/provision/health/status");

            await().until(() -> errors.text().contains("GET /v1/provision/health/status 4"));
            assertThat(errors.text()).doesNotContain("GET /health", "GET /prometheus");
        }
    }

    @Test
    void nothing_is_said_unless_it_is_asked_for() throws Exception {
        try (CapturedErrors errors = new CapturedErrors()) {
            try (TestingServer server = TestingServer.start()) {
                server.get(PATH);
            }

            assertThat(errors.text()).doesNotContain(LINE);
        }
    }
}
