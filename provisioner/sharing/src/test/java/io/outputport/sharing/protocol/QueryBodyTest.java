package io.outputport.sharing.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients post with a query. */
class QueryBodyTest {

    @Test
    void a_query_without_a_body_asks_for_everything() {
        assertThat(QueryBody.read(Optional.empty()).isDone()).isTrue();
        assertThat(read("").isDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"predicateHints\":[\"day = '2026-01-01'\"],\"limitHint\":10}",
                "{\"predicateHints\":null,\"limitHint\":null,\"version\":null,\"pageToken\":null}",
                "{\"params\":{\"limitHint\":\"ten\"},\"future\":[1]}",
                "{\"limitHint\":0,\"maxFiles\":1,\"includeRefreshToken\":true,\"idempotencyKey\":\"x\"}",
                "{\"jsonPredicateHints\":\"{}\"}",
            })
    void hints_are_taken_and_what_is_not_known_is_left_alone(String body) {
        assertThat(read(body).isDone()).as("%s", read(body)).isTrue();
        assertThat(((Outcome.Done<QueryBody>) read(body)).value().version()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "timestamp", "startingVersion", "endingVersion"})
    void another_version_than_the_newest_is_seen(String field) {
        Outcome<QueryBody> query = read("{\"" + field + "\":3}");

        assertThat(((Outcome.Done<QueryBody>) query).value().version()).contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|The body is not JSON: line 1, column 1",
                "{\"a\":|The body is not JSON: line 1",
                "[]|The body is no JSON object",
                "3|The body is no JSON object",
                "{\"predicateHints\":\"day = 1\"}|predicateHints is no list",
                "{\"limitHint\":-1}|limitHint is no whole number",
                "{\"limitHint\":1.5}|limitHint is no whole number",
                "{\"limitHint\":\"10\"}|limitHint is no whole number",
                "{\"limitHint\":99999999999999999999}|limitHint is no whole number",
                "{\"pageToken\":\"x\"}|pageToken is not one that this server gave",
                "{\"refreshToken\":\"x\"}|refreshToken is not one that this server gave",
            })
    void what_cannot_be_meant_is_refused_with_what_to_write(String body, String told) {
        assertThat(problem(read(body))).contains(told);
    }

    @Test
    void what_is_too_large_or_too_deep_is_refused() {
        assertThat(problem(read(" ".repeat((1 << 20) + 1)))).contains("at most 1048576 are read");
        assertThat(problem(read("[".repeat(100_000)))).contains("The body is not JSON");
        assertThat(problem(read("{\"predicateHints\":[" + "\"\",".repeat(1_000) + "\"\"]}")))
                .contains("at most 1000");
        assertThat(problem(QueryBody.read(Optional.of(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}))))
                .contains("The body");
    }

    private static Outcome<QueryBody> read(String body) {
        return QueryBody.read(Optional.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String problem(Outcome<?> outcome) {
        return outcome.match(
                done -> "done: " + done,
                (after, problem) -> "later",
                problems -> problems.get(0).sentence());
    }
}
