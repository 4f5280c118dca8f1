package io.outputport.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Prometheus scrapes. */
class MetricsTest {
    @Test
    void the_scrape_tells_of_ports_requests_and_the_process() throws IOException, InterruptedException {
        try (TestingServer server = TestingServer.with(Map.of("PROVISIONER_BASE_PATH", "/hasura"))) {
            server.get("/tasks");

            HttpResponse<String> scrape = server.get("/prometheus");

            assertThat(scrape.statusCode()).isEqualTo(200);
            assertThat(scrape.body())
                    .contains(
                            "provisioner_ports{state=\"missing\"}", "http_server_requests_seconds", "jvm_memory_used");
        }
    }
}
