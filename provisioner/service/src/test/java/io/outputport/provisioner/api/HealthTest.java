package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.outputport.provisioner.TestingServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What probes and people ask the service about itself. */
class HealthTest {
    @Test
    void systems_that_are_away_are_told_of_and_take_nothing_from_readiness() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            HttpResponse<String> readiness = server.get("/health/readiness");

            assertThat(readiness.statusCode()).isEqualTo(200);
            JsonNode dependencies = json(readiness).at("/details/dependencies");
            assertThat(dependencies.path("status").asText()).isEqualTo("UP");
            assertThat(dependencies.at("/details/hasura/status").asText()).isEqualTo("DOWN");
            assertThat(dependencies.at("/details/hasura/reason").asText())
                    .isEqualTo("Hasura could not be reached: the connection was refused.");
            assertThat(dependencies.at("/details/role-mapper/status").asText()).isEqualTo("DOWN");
            assertThat(dependencies.at("/details/source:postgresql/reason").asText())
                    .isEqualTo("Not used: it has no settings.");
        }
    }

    @Test
    void liveness_asks_nobody_and_nothing_shows_an_address() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            assertThat(json(server.get("/health/liveness")).path("details").has("dependencies"))
                    .isFalse();
            assertThat(json(server.get("/health/liveness")).path("details").has("queue"))
                    .isFalse();
            assertThat(server.get("/health").body()).doesNotContain("jdbc:", "127.0.0.1", "http://");
        }
    }

    @Test
    void health_is_answered_by_threads_that_do_nothing_else() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .anyMatch(name -> name.matches("health-\\d+"));
        }
    }

    @Test
    void a_hasura_that_hangs_does_not_hold_a_probe() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        HttpServer hasura = hanging(end);
        try (TestingServer server = TestingServer.with(
                Map.of("HASURA_URL", "http://127.0.0.1:" + hasura.getAddress().getPort()))) {
            Instant begun = Instant.now();
            HttpResponse<String> first = server.get("/health/readiness");
            HttpResponse<String> second = server.get("/health/readiness");

            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMinutes(2));
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(json(second).at("/details/dependencies/details/hasura").toString())
                    .isEqualTo("{\"status\":\"UNKNOWN\",\"reason\":\"It has not answered yet.\"}");
        } finally {
            end.countDown();
            hasura.stop(0);
        }
    }

    @Test
    void the_start_is_over_when_the_service_was_ready_once() throws Exception {
        try (TestingServer server = TestingServer.with(Map.of("PROVISIONER_BASE_PATH", "/mesh"))) {
            HttpResponse<String> startup = server.get("/health/startup");

            assertThat(startup.statusCode()).isEqualTo(200);
            assertThat(startup.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void info_names_version_and_commit() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            JsonNode build = json(server.get("/info")).path("build");

            assertThat(build.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
            assertThat(build.path("commit").asText()).matches("[0-9a-f]{7,}|unknown");
        }
    }

    private static HttpServer hanging(CountDownLatch end) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try {
                end.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        return server;
    }
}
