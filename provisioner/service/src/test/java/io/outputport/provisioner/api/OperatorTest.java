package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.register.PortRegister;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators ask beside the Tech Adapter API. */
class OperatorTest {
    private static final List<String> ASKED = new ArrayList<>();
    private static HttpServer hasura;
    private static TestingServer server;

    @BeforeAll
    static void start() throws IOException {
        hasura = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hasura.createContext("/v1/graphql", exchange -> {
            ASKED.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().containsKey("X-Hasura-Admin-Secret") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"data\":{\"a\":null}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        hasura.start();
        server = TestingServer.with(Map.of(
                "TRY_QUERIES",
                "true",
                "TRACE_URL",
                "https://zipkin.example.org/{traceId}",
                "HASURA_URL",
                "http://127.0.0.1:" + hasura.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        server.close();
        hasura.stop(0);
    }

    @Test
    void a_caller_learns_who_it_is_and_what_there_is() throws Exception {
        JsonNode service = json(server.get("/v1/service"));

        assertThat(service.path("caller").asText()).startsWith("anonymous 127.0.0.1");
        assertThat(service.path("role").asText()).isEqualTo("write");
        assertThat(service.path("driftCheck").asText()).isEqualTo("report");
        assertThat(service.path("tryQueries").asBoolean()).isTrue();
        assertThat(service.path("traceUrl").asText()).isEqualTo("https://zipkin.example.org/{traceId}");
    }

    @Test
    void a_query_is_asked_with_the_consumer_s_token_and_nothing_of_ours() throws Exception {
        ASKED.clear();

        JsonNode result =
                json(server.post("/v1/try", "{\"query\":\"{ a }\",\"variables\":{\"n\":1},\"bearer\":\"alice\"}"));

        assertThat(ASKED).containsExactly("Bearer alice false {\"query\":\"{ a }\",\"variables\":{\"n\":1}}");
        assertThat(result.at("/answer/data").has("a")).isTrue();
        assertThat(result.path("status").asInt()).isEqualTo(200);
    }

    @Test
    void a_bearer_that_would_be_a_second_header_is_refused() throws Exception {
        ASKED.clear();

        HttpResponse<String> answer =
                server.post("/v1/try", "{\"query\":\"{ a }\",\"bearer\":\"alice\\r\\nX-Hasura-Role: admin\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("inputErrorField").asText()).isEqualTo("bearer");
        assertThat(ASKED).isEmpty();
    }

    @Test
    void nothing_is_tried_out_where_the_operator_does_not_want_it() throws Exception {
        try (TestingServer closed = TestingServer.start()) {
            HttpResponse<String> answer = closed.post("/v1/try", "{\"query\":\"{ a }\",\"bearer\":\"alice\"}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("userMessage").asText()).contains("TRY_QUERIES=true");
        }
    }

    @Test
    void a_port_that_was_never_deployed_completely_has_nothing_to_go_back_to() throws Exception {
        server.bean(PortRegister.class).save(PortRegister.RegisteredPort.closed("urn:dmb:cmp:half", "hasura"));

        JsonNode half = json(server.get("/v1/ports/urn:dmb:cmp:half"));

        assertThat(half.at("/port/state").asText()).isEqualTo("CLOSED");
        assertThat(server.get("/v1/ports/urn:dmb:cmp:none").statusCode()).isEqualTo(400);
        assertThat(server.get("/v1/ports/urn:dmb:cmp:half/plan").statusCode()).isEqualTo(400);
        assertThat(server.post("/v1/ports/urn:dmb:cmp:half/repair", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void all_ports_are_looked_at_soon_unless_nobody_looks_at_all() throws Exception {
        HttpResponse<String> asked = server.post("/v1/ports/check", "{}");

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).path("driftCheck").asText()).isEqualTo("report");

        try (TestingServer blind = TestingServer.with(Map.of("DRIFT_CHECK", "off"))) {
            assertThat(json(blind.post("/v1/ports/check", "{}"))
                            .path("userMessage")
                            .asText())
                    .startsWith("Nobody looks for drift here.");
        }
    }

    @Test
    void the_last_day_is_told_in_equal_steps() throws Exception {
        JsonNode figures = json(server.get("/v1/figures"));

        assertThat(figures.path("stepSeconds").asInt()).isPositive();
        assertThat(figures.path("series").isArray()).isTrue();
    }
}
