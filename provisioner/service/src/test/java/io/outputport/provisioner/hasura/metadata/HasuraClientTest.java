package io.outputport.provisioner.hasura.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.transport.Calls;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import io.outputport.provisioner.source.Answering;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hasura's answers to the question for a role's fields mean. */
public class HasuraClientTest {
    @Test
    void the_role_sees_what_its_root_type_holds() throws IOException {
        assertThat(fields("{\"data\":{\"type0\":{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\"}]}}}"))
                .isEqualTo(Outcome.done(Optional.of(Set.of("a", "b"))));
    }

    @Test
    void a_role_without_the_root_type_sees_nothing() throws IOException {
        assertThat(fields("{\"data\":{\"type0\":null}}")).isEqualTo(Outcome.done(Optional.of(Set.of())));
    }

    @Test
    void a_role_that_may_not_ask_is_known_by_the_refusal() throws IOException {
        assertThat(fields("""
                {"errors":[{"message":"field '__type' not found in type: 'query_root'",
                "extensions":{"path":"$","code":"validation-failed"}}]}""")).isEqualTo(Outcome.done(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"message\":\"invalid admin secret\",\"extensions\":{\"code\":\"access-denied\"}}]}",
                "{\"errors\":[]}",
                "{}",
                "<html>Sign in</html>"
            })
    void any_other_answer_says_nothing_about_the_role(String body) throws IOException {
        assertThat(fields(body)).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void too_many_requests_are_sent_again_later() throws IOException {
        assertThat(fields(429, "{\"error\":\"too many requests\",\"code\":\"rate-limit\"}"))
                .isInstanceOf(Outcome.Later.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Sign in</html>", " ", "{}", "[]", "{\"status\":\"ok\"}"})
    void a_200_that_is_no_answer_to_the_question_is_none(String body) throws IOException {
        JsonNode table = JsonNodeFactory.instance.objectNode();
        try (Answering answering = Answering.with(200, body)) {
            HasuraClient client = client(answering);

            assertThat(client.export()).isInstanceOf(Outcome.Later.class);
            assertThat(client.inconsistentObjects()).isInstanceOf(Outcome.Later.class);
            assertThat(client.columns("pg", "source", table)).isInstanceOf(Outcome.Later.class);
            assertThat(client.reload("source")).isInstanceOf(Outcome.Later.class);
            assertThat(client.fields("r", List.of("query_root"))).isInstanceOf(Outcome.Later.class);
        }
    }

    @Test
    void a_table_that_hasura_does_not_know_has_no_known_columns() throws IOException {
        try (Answering answering = Answering.with(200, "null")) {
            assertThat(client(answering).columns("pg", "source", JsonNodeFactory.instance.objectNode()))
                    .isEqualTo(Outcome.done(Optional.empty()));
        }
    }

    private static Outcome<Optional<Set<String>>> fields(String body) throws IOException {
        return fields(200, body);
    }

    private static Outcome<Optional<Set<String>>> fields(int status, String body) throws IOException {
        try (Answering answering = Answering.with(status, body)) {
            return client(answering)
                    .fields("r", List.of("query_root"))
                    .map(seen -> seen.map(types -> types.get("query_root")));
        }
    }

    public static HasuraClient client(Answering answering) {
        Duration timeout = Duration.ofSeconds(10);
        HasuraSettings settings =
                new HasuraSettings(answering.url(), new Secret("s"), timeout, timeout, timeout, WritePolicy.AUTO);
        return new HasuraClient(settings, new Calls(Duration.ofSeconds(5)));
    }
}
