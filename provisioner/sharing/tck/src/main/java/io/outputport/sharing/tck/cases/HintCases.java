package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.recipient.Recipient;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hints may leave files out, but never one with a row that is asked for. Truth is a full look at every file. */
@ExtendWith(TrialExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HintCases {
    private static final int TRIES = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Trial trial;
    private final Client client;
    private final Map<String, List<Measure>> rows = new HashMap<>();

    @TempDir
    Path folder;

    HintCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Test
    void no_row_is_lost_to_a_json_predicate() throws Exception {
        assertKept(new Random(1), 0, true);
    }

    @Test
    void no_row_is_lost_to_json_predicates_that_nest() throws Exception {
        assertKept(new Random(2), 3, true);
    }

    @Test
    void no_row_is_lost_to_sql_predicates() throws Exception {
        assertKept(new Random(3), 0, false);
    }

    @ParameterizedTest(name = "{0} loses no row")
    @ValueSource(
            strings = {
                "day IS NULL",
                "day IS NOT NULL",
                "amount IS NULL",
                "DAY = '2026-11-02'",
                "day = CAST('2026-11-02' AS DATE)",
                "amount > 1e1",
                "city = 'Zürich'",
                "city >= 'R' AND id < 5",
                "id IN (1, 2)"
            })
    void a_hint_in_sql(String hint) throws Exception {
        Predicate predicate =
                switch (hint) {
                    case "day IS NULL" -> new Predicate.IsNull("day");
                    case "day IS NOT NULL" -> new Predicate.Not(new Predicate.IsNull("day"));
                    case "amount IS NULL" -> new Predicate.IsNull("amount");
                    case "amount > 1e1" -> new Predicate.Compared(">", "amount", 10.0);
                    case "city = 'Zürich'" -> new Predicate.Compared("=", "city", "Zürich");
                    case "city >= 'R' AND id < 5" ->
                        new Predicate.Joined(
                                true,
                                List.of(
                                        new Predicate.Compared(">=", "city", "R"),
                                        new Predicate.Compared("<", "id", 5L)));
                    case "id IN (1, 2)" ->
                        new Predicate.Joined(
                                false,
                                List.of(new Predicate.Compared("=", "id", 1L), new Predicate.Compared("=", "id", 2L)));
                    default -> new Predicate.Compared("=", "day", LocalDate.of(2026, 11, 2));
                };
        assertKept(predicate, body("predicateHints", List.of(hint)));
    }

    @ParameterizedTest(name = "the hint [{0}] is passed over")
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "no_such_column = 1",
                "id = 'x'",
                "id = ",
                "id = 1 OR id = 2",
                "';--",
                "day = '2026-13-99'"
            })
    void a_hint_that_cannot_be_used_leaves_nothing_out(String hint) throws Exception {
        Answer answer = query(body("predicateHints", List.of(hint)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        if (!hint.contains("OR")) {
            assertThat(answer.files()).hasSameSizeAs(query("{}").files());
        }
    }

    @ParameterizedTest(name = "the JSON hint [{0}] is passed over")
    @ValueSource(
            strings = {"", "x", "{}", "[]", "{\"op\":\"future\",\"children\":[]}", "{\"op\":\"equal\",\"children\":[]}"
            })
    void a_json_hint_that_cannot_be_used_leaves_nothing_out(String hint) throws Exception {
        Answer answer = query(JSON.writeValueAsString(Map.of("jsonPredicateHints", hint)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.files()).hasSameSizeAs(query("{}").files());
    }

    private void assertKept(Random chance, int depth, boolean json) throws Exception {
        for (int at = 0; at < TRIES; at++) {
            if (json) {
                Predicate predicate = Predicate.random(chance, depth);
                assertKept(predicate, JSON.writeValueAsString(Map.of("jsonPredicateHints", predicate.json())));
            } else {
                Predicate.Compared one = Predicate.comparison(chance);
                Predicate.Compared other = Predicate.comparison(chance);
                assertKept(
                        new Predicate.Joined(true, List.of(one, other)),
                        body("predicateHints", List.of(one.sql(), other.sql())));
            }
        }
    }

    private void assertKept(Predicate predicate, String body) {
        Answer answer = query(body);
        assertThat(answer.status()).as("%s: %s", body, answer).isEqualTo(200);
        List<String> given = answer.files().stream().map(HintCases::id).toList();
        byFile().forEach((file, measures) -> {
            if (!given.contains(file)) {
                assertThat(measures)
                        .as("left out under %s", body)
                        .noneMatch(row -> predicate.of(row).orElse(false));
            }
        });
    }

    private static String body(String hint, List<String> values) throws Exception {
        return JSON.writeValueAsString(Map.of(hint, values));
    }

    private Answer query(String body) {
        return client.post(trial.tablePath("measures") + "/query", body);
    }

    private static String id(JsonNode file) {
        return file.path("id").asText();
    }

    private Map<String, List<Measure>> byFile() {
        if (rows.isEmpty()) {
            Answer all = query("{}");
            Recipient recipient = new Recipient(client, folder);
            rows.putAll(all.files().stream()
                    .collect(Collectors.toMap(
                            HintCases::id,
                            file -> recipient.rows(all, List.of(file)).stream()
                                    .map(Measure::of)
                                    .toList())));
        }
        return rows;
    }
}
