package io.outputport.provisioner.hasura.rolemapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.transport.Calls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The odd answers of the role mapper, each of which has to end in clear words. */
class OddAnswersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RoleMapperClient.WriteWait WAITING = new RoleMapperClient.WriteWait(PATIENCE, waited -> false);
    private static final String UNKNOWN = "404 \"Role not found\"";

    /** From method and path to status and body. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private HttpServer server;
    private RoleMapperClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = client(Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_role_that_is_another_component_s_names_that_component() {
        answers.put("PUT /v1/roles", "400 {\"errors\":[\"Cannot upsert role with role_id r\"]}");
        answers.put("GET /v1/roles/r", "200 {\"role_id\":\"r\",\"component_id\":\"other\"}");

        assertThat(messages(putRole())).containsExactly("Role r belongs to another component: other.");
    }

    @Test
    void a_system_error_for_a_component_with_another_role_names_that_role() {
        answers.put("PUT /v1/roles", "500 {\"error\":\"System error\"}");
        answers.put("GET /v1/roles/r", UNKNOWN);
        answers.put("GET /v1/roles/component_id/c", "200 {\"role_id\":\"older\",\"component_id\":\"c\"}");

        assertThat(messages(putRole()))
                .allMatch(text -> text.contains("knows it with role older"))
                .hasSize(1);
    }

    @Test
    void any_other_system_error_is_tried_again() {
        answers.put("PUT /v1/roles", "500 {\"error\":\"System error\"}");
        answers.put("GET /v1/roles/r", UNKNOWN);
        answers.put("GET /v1/roles/component_id/c", UNKNOWN);

        assertThat(putRole())
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later -> assertThat(later.problem().message()).contains("status 500, System error"));
    }

    @Test
    void a_body_that_it_does_not_understand_is_told_field_by_field() {
        answers.put(
                "PUT /v1/user_roles",
                "422 {\"detail\":[{\"loc\":[\"body\",\"users\"],\"msg\":\"field required\",\"type\":\"x\"}]}");

        assertThat(messages(client.putUsers("r", List.of(), WAITING).outcome()))
                .containsExactly("The role mapper refused: body.users: field required.");
    }

    @Test
    void a_slow_answer_names_the_setting() {
        answers.put("GET /v1/roles/component_id/c", "slow");

        assertThat(client(Duration.ofMillis(500)).roleOf("c"))
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later -> assertThat(later.problem().sentence())
                                .contains("did not answer within 0.5 s", "ROLE_MAPPER_TIMEOUT"));
    }

    private Outcome<?> putRole() {
        return client.putRole("r", "c", List.of(), WAITING).outcome();
    }

    private RoleMapperClient client(Duration timeout) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new RoleMapperClient(
                new RoleMapperSettings(url, timeout, Duration.ZERO), new Calls(Duration.ofSeconds(5)));
    }

    private static List<String> messages(Outcome<?> outcome) {
        return outcome.match(
                done -> List.of(),
                (after, problem) -> List.of(),
                problems -> problems.stream().map(Problem::message).toList());
    }

    /** An answer that never comes is one that is not sent before the server stops. */
    private void answer(HttpExchange exchange) throws IOException {
        String key =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String answer = answers.getOrDefault(key, "418 {}");
        if (answer.equals("slow")) {
            return;
        }
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
