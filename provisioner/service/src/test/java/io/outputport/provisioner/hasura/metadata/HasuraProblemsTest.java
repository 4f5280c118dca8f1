package io.outputport.provisioner.hasura.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is tried again, what ends a task, and in which words; always whole sentences, never {@code internal}. */
class HasuraProblemsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {'code':'access-denied','error':'invalid x-hasura-admin-secret'} | stopped hasura-refused Hasura"
                        + " refused (access-denied): invalid x-hasura-admin-secret.",
                "400 | {'error':'Stop.'} | stopped hasura-refused Hasura refused (no code): Stop.",
                "400 | {} | stopped hasura-refused Hasura refused (no code): no reason given.",
                "500 | {'error':'found conflicting definitions for x'} | stopped hasura-name-collision Hasura refused a"
                        + " name that is taken: found conflicting definitions for x.",
                "400 | {'error':'in read-only mode'} | later 5 hasura-failing Hasura does not answer as it should:"
                        + " status 400, in read-only mode.",
                "429 | {'error':'slow down'} | later 5 hasura-failing Hasura does not answer as it should: status 429,"
                        + " slow down.",
                "500 | {'error':'oops','internal':'postgres://u:p@h'} | later 5 hasura-failing Hasura does not answer as"
                        + " it should: status 500, oops.",
                "503 | <html></html> | later 5 hasura-failing Hasura does not answer as it should: status 503 and no"
                        + " JSON.",
                "200 | [] | later 5 hasura-failing Hasura does not answer as it should: status 200 and no JSON.",
                "413 | <html></html> | stopped hasura-request-too-large The metadata is larger than Hasura, or a proxy"
                        + " before it, accepts (status 413)."
            })
    void every_answer_has_its_meaning(int status, String body, String words) {
        assertThat(describe(HasuraProblems.unsuccessful(answer(status, body, Optional.empty()))))
                .isEqualTo(words);
    }

    @Test
    void retry_after_is_respected() {
        Reply.Answer busy = answer(503, "{'error':'busy'}", Optional.of(Duration.ofSeconds(42)));

        assertThat(describe(HasuraProblems.unsuccessful(busy))).startsWith("later 42 ");
    }

    @Test
    void silence_is_tried_again() {
        assertThat(describe(HasuraProblems.silent(new Reply.Silence(true, false, "the connection broke"))))
                .isEqualTo("later 5 hasura-unreachable Hasura could not be reached: the connection broke.");
    }

    @Test
    void long_words_are_cut() {
        assertThat(HasuraProblems.quote("x".repeat(9000))).hasSize(502).endsWith("x….");
    }

    private static Reply.Answer answer(int status, String body, Optional<Duration> retryAfter) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new Reply.Answer(status, bytes, retryAfter);
    }

    private static String describe(Outcome<?> outcome) {
        return outcome.match(
                value -> "done " + value,
                (after, problem) -> "later " + after.toSeconds() + " " + problem.code() + " " + problem.message(),
                problems -> "stopped " + problems.get(0).code() + " "
                        + problems.get(0).message());
    }
}
