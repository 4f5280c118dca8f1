package io.outputport.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.EngineSettings;
import io.outputport.engine.HasuraEngine;
import io.outputport.engine.TestDatabase;
import io.outputport.engine.fidelity.cases.Case;
import io.outputport.engine.fidelity.cases.Exchange;
import io.outputport.engine.fidelity.cases.Mark;
import io.outputport.engine.fidelity.cases.Versions;
import io.outputport.engine.graphql.GraphqlEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the command prints and how it ends. */
class DifferencesTest {
    private static final String SECRET = "differences-secret";
    private static final TestDatabase DATABASE = TestDatabase.named("differences");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void differences_are_listed_and_counted() throws IOException {
        int code = compare(
                ask("Health is good", "/healthz", "OK", Set.of()),
                ask("Health is bad", "/healthz", "BAD", Set.of()),
                ask("Somebody else's", "/healthz", "OK", Set.of("snowflake")));

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                Health is bad [M, 4-21]
                    answer: expected "BAD", found "OK"
                3 cases: 1 as expected, 1 different, 1 left out (they need a Snowflake agent), 0 of other versions
                """);
    }

    @Test
    void no_difference_ends_with_0() throws IOException {
        assertThat(compare(ask("Health is good", "/healthz", "OK", Set.of()))).isZero();
    }

    @Test
    void a_missing_variable_is_named() {
        int code = Differences.run(Map.of("HASURA_URL", "http://127.0.0.1:9"), out, out);

        assertThat(code).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("HASURA_ADMIN_SECRET is missing");
    }

    @Test
    void an_address_that_is_none_is_refused_in_a_sentence() {
        int code = Differences.run(
                Map.of("HASURA_URL", "not a url", "HASURA_ADMIN_SECRET", "s", "HASURA_SOURCE_URL", "postgres://h/d"),
                out,
                out);

        assertThat(code).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("HASURA_URL is no address");
    }

    @Test
    void a_difference_shows_no_secret() throws IOException {
        var exchange = new Exchange(
                "/v1/metadata",
                Optional.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "export_metadata")
                        .set("args", JsonNodeFactory.instance.objectNode())),
                Map.of(),
                true,
                new Exchange.Expected(200, "", Optional.of(JsonNodeFactory.instance.textNode("<number>"))),
                Map.of());

        compare(showing("x", Set.of(), exchange));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("fidelity_told_beside", "***")
                .doesNotContain(DATABASE.url());
    }

    @Test
    void a_hasura_that_does_not_answer_is_named_and_its_secrets_are_not() {
        int code = Differences.run(
                Map.of(
                        "HASURA_URL", "http://127.0.0.1:9",
                        "HASURA_ADMIN_SECRET", SECRET,
                        "HASURA_SOURCE_URL", "postgres://u:hidden@h/d"),
                out,
                out);

        assertThat(code).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("http://127.0.0.1:9")
                .doesNotContain(SECRET, "hidden");
    }

    private int compare(Case... cases) throws IOException {
        try (HasuraEngine engine = HasuraEngine.start(0, EngineSettings.of(SECRET), GraphqlEngine::new);
                Bench bench = new Bench(new Target(engine.url(), SECRET, DATABASE.url(), Optional.empty()), "told")) {
            return new Differences(out).compare(bench, List.of(cases));
        }
    }

    private static Case ask(String name, String path, String answer, Set<String> needs) {
        var expected = new Exchange.Expected(200, "", Optional.of(JsonNodeFactory.instance.textNode(answer)));
        var exchange = new Exchange(path, Optional.empty(), Map.of(), false, expected, Map.of());
        return showing(name, needs, exchange);
    }

    private static Case showing(String name, Set<String> needs, Exchange exchange) {
        Versions all = new Versions(Optional.empty(), Optional.empty());
        return new Case(name, List.of("4-21"), Mark.M, "health.mdx", all, needs, List.of(), List.of(exchange));
    }
}
