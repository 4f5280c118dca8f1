package io.outputport.provisioner.hasura.rolemapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.transport.Calls;
import io.outputport.provisioner.source.Answering;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role mapper's answers mean. */
class RoleMapperClientTest {
    @Test
    void a_role_is_what_its_field_says() throws IOException {
        assertThat(roleOf(200, "{\"role_id\":\"r\",\"component_id\":\"c\"}")).isEqualTo(Outcome.done(Optional.of("r")));
    }

    @Test
    void a_component_that_it_does_not_know_has_no_role() throws IOException {
        assertThat(roleOf(404, "\"Role not found for component c\"")).isEqualTo(Outcome.done(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"fine\"", "[]", "{\"role_id\":\"\"}", "<html>Sign in</html>"})
    void a_200_of_something_else_says_nothing_about_roles(String body) throws IOException {
        assertThat(roleOf(200, body)).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void a_404_of_something_else_says_nothing_about_roles() throws IOException {
        assertThat(roleOf(404, "<html>Not Found</html>")).isInstanceOf(Outcome.Later.class);
    }

    private static Outcome<Optional<String>> roleOf(int status, String body) throws IOException {
        try (Answering answering = Answering.with(status, body)) {
            RoleMapperSettings settings =
                    new RoleMapperSettings(answering.url(), Duration.ofSeconds(10), Duration.ZERO);
            return new RoleMapperClient(settings, new Calls(Duration.ofSeconds(5))).roleOf("c");
        }
    }
}
