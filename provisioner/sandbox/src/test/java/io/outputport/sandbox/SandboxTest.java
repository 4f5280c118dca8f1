package io.outputport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sandbox.testing.Forked;
import io.outputport.sandbox.testing.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sandbox as a process: its ready line, its end, and what a killed one leaves to the next. */
class SandboxTest {
    @Test
    void prints_one_ready_line_and_stops_everything_on_term() throws Exception {
        try (Forked sandbox = Forked.main(Sandbox.class, ports(0, "postgres,role-mapper"))) {
            JsonNode ready = new ObjectMapper().readTree(sandbox.line());

            assertThat(ready.path("ready").asBoolean()).isTrue();
            assertThat(ready.path("postgres").asText()).matches("jdbc:postgresql://127.0.0.1:\\d+/sandbox");
            assertThat(ready.at("/env/ROLE_MAPPER_URL")).isEqualTo(ready.path("roleMapper"));
            assertThat(ready.at("/env/POSTGRES_SOURCES").asText()).startsWith("sandbox=SANDBOX_DATABASE_URL,");
            assertThat(Http.to(URI.create(ready.path("roleMapper").asText()))
                            .get("/v1/health")
                            .status())
                    .isEqualTo(200);
            assertThat(sandbox.errors())
                    .startsWith("This is the provisioner's sandbox")
                    .contains("demos and tests");

            assertThat(sandbox.terminate()).isEqualTo(143);
            assertThat(sandbox.line()).isEmpty();
            assertThatThrownBy(() -> connect(portOf(ready))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_killed_sandbox_does_not_block_the_next_one_on_the_same_port() throws Exception {
        int port = freePort();
        try (Forked killed = Forked.main(Sandbox.class, ports(port, "postgres"))) {
            assertThat(killed.line()).contains("\"ready\":true");
            killed.kill();
        }
        assertThatCode(() -> connect(port))
                .as("PostgreSQL outlives its sandbox")
                .doesNotThrowAnyException();

        RunningSandbox next = new RunningSandbox();
        try (next) {
            next.start(ports(port, "postgres"));

            assertThat(portOf(next.ready())).isEqualTo(port);
        }
    }

    @Test
    void a_taken_port_is_said_in_one_sentence_and_nothing_is_left_running() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Map<String, String> environment = Map.of(
                    "SANDBOX_PARTS", "postgres,role-mapper",
                    "SANDBOX_POSTGRES_PORT", "0",
                    "SANDBOX_ROLE_MAPPER_PORT", Integer.toString(taken.getLocalPort()));
            try (Forked sandbox = Forked.main(Sandbox.class, environment)) {
                assertThat(sandbox.exitCode()).isEqualTo(1);
                assertThat(sandbox.line()).isEmpty();
                assertThat(sandbox.errors().lines().toList())
                        .hasSize(2)
                        .last()
                        .isEqualTo("The sandbox did not start: role-mapper: port " + taken.getLocalPort()
                                + " is taken by another process; free it, or set SANDBOX_ROLE_MAPPER_PORT to another one"
                                + " or to 0 for any free one.");
            }
        }
    }

    @Test
    void an_unknown_part_or_variable_is_named() {
        assertThatThrownBy(() -> new RunningSandbox().start(Map.of("SANDBOX_PARTS", "postgres,kafka")))
                .isInstanceOfSatisfying(
                        StartFailed.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(2))
                .hasMessageContaining("SANDBOX_PARTS names \"kafka\", but the parts are ");
        assertThatThrownBy(() -> new RunningSandbox().start(Map.of("SANDBOX_POSTGRESS_PORT", "1")))
                .hasMessageContaining("SANDBOX_POSTGRESS_PORT is not a setting of the sandbox");
        assertThatThrownBy(() -> new RunningSandbox().start(Map.of("SANDBOX_POSTGRES_PORT", "many")))
                .hasMessageContaining("SANDBOX_POSTGRES_PORT is \"many\"");
    }

    @Test
    void a_service_without_its_neighbours_says_what_it_needs() {
        assertThatThrownBy(() -> new RunningSandbox()
                        .start(Map.of("SANDBOX_PARTS", "provisioner", "SANDBOX_PROVISIONER_PORT", "0")))
                .isInstanceOfSatisfying(
                        StartFailed.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(2))
                .hasMessageMatching(
                        "The sandbox did not start: provisioner: .*Neither HASURA_URL nor SHARING_URL is set.*");
    }

    private static Map<String, String> ports(int postgres, String parts) {
        return Map.of(
                "SANDBOX_PARTS",
                parts,
                "SANDBOX_POSTGRES_PORT",
                Integer.toString(postgres),
                "SANDBOX_ROLE_MAPPER_PORT",
                "0");
    }

    private static int portOf(JsonNode ready) {
        return URI.create(ready.path("postgres").asText().substring("jdbc:".length()))
                .getPort();
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getByName("127.0.0.1"), port).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
