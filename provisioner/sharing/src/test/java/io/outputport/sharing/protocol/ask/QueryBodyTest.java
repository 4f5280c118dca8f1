package io.outputport.sharing.protocol.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
        assertThat(query(body).version()).isEqualTo(Outcome.done(new VersionChoice.Newest()));
        assertThat(query(body).isAboutChanges()).isFalse();
    }

    @Test
    void another_version_than_the_newest_is_seen() {
        assertThat(query("{\"version\":3}").version()).isEqualTo(Outcome.done(new VersionChoice.Numbered(3)));
        assertThat(query("{\"timestamp\":\"2026-01-31T01:00:00+01:00\"}").version())
                .isEqualTo(Outcome.done(new VersionChoice.AsOf(Instant.parse("2026-01-31T00:00:00Z"))));
        assertThat(query("{\"startingVersion\":3}").isAboutChanges()).isTrue();
        assertThat(query("{\"endingVersion\":3}").isAboutChanges()).isTrue();
    }

    @Test
    void hints_pages_and_tokens_are_read() {
        QueryBody query = query("{\"predicateHints\":[\"a = 1\",2],\"jsonPredicateHints\":\"{}\",\"limitHint\":7,"
                + "\"maxFiles\":99999,\"pageToken\":\"p\",\"includeRefreshToken\":true}");

        assertThat(query.sqlHints()).containsExactly("a = 1");
        assertThat(query.jsonHint()).contains("{}");
        assertThat(query.limit()).contains(7L);
        assertThat(query.maxFiles()).contains(10_000);
        assertThat(query.pageToken()).contains("p");
        assertThat(query.wantsRefreshToken()).isTrue();
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
                "{\"pageToken\":7}|pageToken is not one that this server gave",
                "{\"refreshToken\":{}}|refreshToken is not one that this server gave",
                "{\"maxFiles\":0}|maxFiles is no whole number",
                "{\"version\":1,\"timestamp\":\"2026-01-31T00:00:00Z\"}|version and timestamp are given",
                "{\"version\":1,\"refreshToken\":\"x\"}|version and refreshToken are given",
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

    @ParameterizedTest
    @CsvSource({
        "'{\"version\":-1}', version is no whole number",
        "'{\"version\":\"x\"}', version is no whole number",
        "'{\"timestamp\":\"yesterday\"}', timestamp is no time",
        "'{\"timestamp\":\"2026-01-31\"}', timestamp is no time",
    })
    void a_version_that_cannot_be_meant_is_refused(String body, String told) {
        assertThat(problem(query(body).version())).contains(told);
    }

    private static QueryBody query(String body) {
        return ((Outcome.Done<QueryBody>) read(body)).value();
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
