package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container's health check relies on: the exit code. */
class HealthCallTest {
    @Test
    void a_ready_service_is_0_by_its_address_and_by_its_own_settings() {
        try (TestingServer server = TestingServer.with(Map.of("PROVISIONER_BASE_PATH", "/mesh/hasura"))) {
            String port = Integer.toString(server.url().getPort());

            assertThat(ask(server.url() + "/health/readiness")).isZero();
            assertThat(HealthCall.ask(
                            new String[0], Map.of("PROVISIONER_PORT", port, "PROVISIONER_BASE_PATH", "/mesh/hasura/")))
                    .isZero();
        }
    }

    @Test
    void any_other_answer_and_none_are_1() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            assertThat(ask(server.url() + "/health/unknown")).isEqualTo(1);
        }
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(ask("http://127.0.0.1:" + free + "/health/readiness")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "file:/etc/hostname", "http://a b"})
    void what_is_no_web_address_is_2(String address) {
        assertThat(ask(address)).isEqualTo(2);
    }

    private static int ask(String address) {
        return HealthCall.ask(new String[] {address}, Map.of());
    }
}
