package io.outputport.foundation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no call could work with are refused at the start, not in the middle of the first task. */
class UnusableSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "0ms"})
    void a_timeout_of_nothing_is_refused(String text) {
        Settings settings = Settings.of(Map.of("T", text));

        assertThatThrownBy(() -> settings.timeout("T", Duration.ofSeconds(1)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("T must be longer than 0.");
    }

    @Test
    void an_address_may_have_a_port_and_a_path() {
        Settings settings = Settings.of(Map.of("U", "https://hasura.example:65535/below/"));

        assertThat(settings.requiredUrl("U")).isEqualTo(URI.create("https://hasura.example:65535/below"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hasura:65536",
                "ftp://hasura",
                "hasura:8080",
                "http://user:s3cret@hasura",
                "http://hasura?s3cret=1",
                "http://hasura#s3cret"
            })
    void an_address_that_cannot_be_called_is_refused_and_not_repeated(String text) {
        Settings settings = Settings.of(Map.of("U", text));

        assertThatThrownBy(() -> settings.requiredUrl("U"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("U ")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "http://hasura:8080/v1/graphql, http://hasura:8080",
        "http://hasura:8080/v1/metadata/, http://hasura:8080",
        "https://mesh.example/hasura/v1, https://mesh.example/hasura",
        "http://hasura/console/data, http://hasura",
        "http://hasura/healthz, http://hasura",
        "http://mapper/v1/roles/x, http://mapper"
    })
    void the_address_of_one_call_is_refused_with_what_to_write(String text, String better) {
        assertThatThrownBy(() -> Settings.of(Map.of("U", text)).requiredUrl("U"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("U is the address of one call; write the part before /")
                .hasMessageEndingWith(": " + better + ".");
    }

    @Test
    void an_underscore_in_a_host_name_is_told_with_its_reason() {
        assertThatThrownBy(() -> Settings.of(Map.of("U", "http://me:s3cret@stack_hasura:8080"))
                        .requiredUrl("U"))
                .hasMessage("U has the host name \"stack_hasura\", but no host name may hold an underscore (RFC 1123);"
                        + " give that service a name or an alias without one, such as stack-hasura.");
    }
}
