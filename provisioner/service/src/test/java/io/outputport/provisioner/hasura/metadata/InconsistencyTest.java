package io.outputport.provisioner.hasura.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.provisioner.hasura.plan.MetadataChange.TrackedPlace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of Hasura's inconsistent objects are the port's, in each form in which Hasura names them. */
class InconsistencyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TrackedPlace PLACE =
            new TrackedPlace("ours", json("{\"schema\":\"health\",\"name\":\"shots\"}"), "health.shots");
    private static final TrackedPlace ARRAY = new TrackedPlace("ours", json("[\"DB\",\"S\",\"T\"]"), "S.T");

    @Test
    void a_table_is_found_by_its_name() {
        Inconsistency found = of("""
                {"type":"table","name":"table health.shots in source ours","reason":"gone",
                "definition":{"schema":"health","name":"shots"}}""");

        assertThat(found.ofTable(PLACE)).contains("gone.");
        assertThat(found.ofTable(ARRAY)).isEmpty();
        assertThat(found.ofSource("ours")).isEmpty();
    }

    @Test
    void the_table_of_a_data_connector_is_found_by_its_array() {
        assertThat(of("""
                {"type":"table","name":"table T in source ours","reason":"gone","definition":["DB","S","T"]}""").ofTable(ARRAY)).contains("gone.");
    }

    @Test
    void a_permission_is_found_by_source_and_table() {
        String permission = """
                {"type":"select_permission","name":"r in table health.shots in source %s","reason":"no column",
                "definition":{"source":"%s","table":{"schema":"health","name":"shots"},"role":"r"}}""";

        assertThat(of(permission.formatted("ours", "ours")).ofTable(PLACE)).contains("no column.");
        assertThat(of(permission.formatted("theirs", "theirs")).ofTable(PLACE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"table health.shots in source theirs", "table health.shots in source ours_2"})
    void a_table_of_that_name_in_another_source_is_somebody_elses(String name) {
        assertThat(of("{\"type\":\"table\",\"name\":\"" + name
                                + "\",\"definition\":{\"schema\":\"health\",\"name\":\"shots\"}}")
                        .ofTable(PLACE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"source\",\"name\":\"source ours\",\"definition\":\"ours\",\"reason\":\"dead\"}",
                "{\"type\":\"source\",\"name\":\"source ours\",\"reason\":\"dead\"}",
                "{\"type\":\"source\",\"name\":\"ours\",\"reason\":\"dead\"}"
            })
    void a_source_is_found_in_each_form(String object) {
        assertThat(of(object).ofSource("ours")).contains("dead.");
        assertThat(of(object).ofTable(PLACE)).isEmpty();
        assertThat(of(object).deadSources()).containsExactly("ours");
    }

    @Test
    void what_says_nothing_concerns_nobody() {
        Inconsistency odd = of("{}", "[]", "null", "{\"type\":\"remote_schema\",\"definition\":{}}");

        assertThat(odd.ofTable(PLACE)).isEmpty();
        assertThat(odd.ofSource("ours")).isEmpty();
    }

    private static Inconsistency of(String... objects) {
        return new Inconsistency(
                List.of(objects).stream().map(InconsistencyTest::json).toList());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
