package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.start.FailedStart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisionerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROVISIONER_PORT|http|Cannot start: PROVISIONER_PORT is \"http\", but must be a whole number from 0 to 65535.",
                "PROVISIONER_PROT|5002|Cannot start: PROVISIONER_PROT is not a setting of the provisioner; known are"
                        + " PROVISIONER_BASE_PATH, PROVISIONER_HOST, PROVISIONER_PORT, PROVISIONER_SERVER, PROVISIONER_TOKEN,"
                        + " PROVISIONER_TOKEN_FILE.",
                "PROVISIONER_BASE_PATH|mesh|Cannot start: PROVISIONER_BASE_PATH is \"mesh\", but must be a path such as"
                        + " /hasura-provisioner.",
                "LOG_FORMAT|xml|Cannot start: LOG_FORMAT is \"xml\", but must be one of json, text.",
                "MAX_BODY_SIZE|8M|Cannot start: MAX_BODY_SIZE is \"8M\", but must be a whole number from 1 to 2147483647."
            })
    void a_wrong_setting_is_one_sentence_and_exit_2(String name, String value, String sentence) {
        assertThat(Provisioner.run(Map.of(
                        name,
                        value,
                        "HASURA_URL",
                        "http://127.0.0.1:1",
                        "HASURA_ADMIN_SECRET",
                        "secret",
                        "ROLE_MAPPER_URL",
                        "http://127.0.0.1:1")))
                .contains(new FailedStart(2, sentence));
    }

    @Test
    void a_first_start_learns_of_all_that_it_needs_in_one_sentence() {
        assertThat(Provisioner.run(Map.of()))
                .contains(new FailedStart(
                        2,
                        "Cannot start: Neither HASURA_URL nor SHARING_URL is set, so there is nothing to serve. Set"
                                + " HASURA_URL, HASURA_ADMIN_SECRET and ROLE_MAPPER_URL for ports on Hasura, or"
                                + " SHARING_URL and SHARING_ADMIN_TOKEN for Delta Sharing ports."));
    }

    @Test
    void a_setting_that_only_a_bean_reads_stops_the_start_as_well() {
        Map<String, String> environment =
                Map.of("TOKEN_AS_JSON", "perhaps", "PROVISIONER_PORT", "0", "TASK_DB_URL", "jdbc:h2:mem:start");

        assertThatThrownBy(() -> ProvisionerServer.start(Settings.of(environment), Map.of("testing.api", "true")))
                .satisfies(failure ->
                        assertThat(FailedStart.of(failure).exitCode()).isEqualTo(2))
                .hasRootCauseInstanceOf(SettingsException.class);
    }

    @Test
    void a_port_that_is_taken_is_said_to_be() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> TestingServer.with(Map.of("PROVISIONER_PORT", port)))
                    .satisfies(failure -> assertThat(FailedStart.of(failure))
                            .isEqualTo(new FailedStart(
                                    1,
                                    "Cannot start: another process has port " + port + "; choose a free one with"
                                            + " PROVISIONER_PORT.")));
        }
    }

    @Test
    void an_address_that_this_machine_does_not_have_is_named() {
        assertThatThrownBy(() -> TestingServer.with(Map.of("PROVISIONER_HOST", "192.0.2.1")))
                .satisfies(failure -> assertThat(FailedStart.of(failure))
                        .isEqualTo(new FailedStart(
                                1, "Cannot start: this machine has no address 192.0.2.1; change PROVISIONER_HOST.")));
    }

    @Test
    void another_failure_is_the_first_line_of_its_innermost_cause() {
        Throwable cause = new IllegalStateException("The file is locked: tasks.mv.db\n\tat somewhere");
        Throwable failure = IntStream.range(0, 5)
                .mapToObj(depth -> "wrapped " + depth)
                .reduce(cause, (inner, text) -> new RuntimeException(text, inner), (left, right) -> left);

        assertThat(FailedStart.of(failure))
                .isEqualTo(new FailedStart(1, "Cannot start: The file is locked: tasks.mv.db"));
    }

    @Test
    void a_password_in_a_library_s_words_is_not_repeated() {
        Throwable failure =
                new IllegalStateException("refused: jdbc:postgresql://me:hunter2@db/tasks?user=me&password=hunter2");

        assertThat(FailedStart.of(failure).sentence())
                .isEqualTo("Cannot start: refused: jdbc:postgresql://***@db/tasks?user=me&password=***");
    }
}
