package io.outputport.foundation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What went on from an outcome ends as that did, however many layers it goes through. */
class OutcomeTest {
    private static final Problem PROBLEM = Problem.of(new ProblemCode("disk-full"), "The disk is full.");

    static Stream<Outcome<String>> not_done() {
        return Stream.of(
                Outcome.later(Duration.ofSeconds(7), PROBLEM),
                Outcome.waiting(Duration.ofSeconds(7), "Waits for its turn."),
                Outcome.stopped(PROBLEM),
                Outcome.terminated("Stopped between two steps."));
    }

    @ParameterizedTest
    @MethodSource("not_done")
    void what_is_not_done_stays_what_it_is(Outcome<String> outcome) {
        Outcome<Integer> next = outcome.map(String::length).then(length -> Outcome.done(length + 1));

        assertThat(next).isInstanceOf(outcome.getClass());
        assertThat(next).hasToString(outcome.toString());
        assertThat(next.isDone()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("not_done")
    void who_asks_roughly_is_told_roughly(Outcome<String> outcome) {
        String roughly = outcome.match(done -> "done", (after, problem) -> "later", problems -> "stopped");
        String exactly = outcome.match(
                done -> "done",
                (after, problem) -> "later",
                (after, problem) -> "later, waiting",
                problems -> "stopped",
                problem -> "stopped, " + problem.code());

        assertThat(exactly).startsWith(roughly);
    }
}
