package io.outputport.provisioner.task.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.task.TaskResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private static final Problem DOWN = Problem.of(new ProblemCode("hasura-down"), "Hasura does not answer.");

    private final RetryPolicy policy = new RetryPolicy(BackOff.USUAL, Duration.ofMinutes(30));

    @Test
    void done_completes() {
        TaskResult result = new TaskResult("done", "{}");

        assertThat(policy.judge(Outcome.done(result), 1, Duration.ZERO, 0)).isEqualTo(new Decision.Complete(result));
    }

    @Test
    void stopped_fails_with_every_problem_told() {
        Problem other = Problem.of(new ProblemCode("b"), "And this.", "Mend it.");

        assertThat(policy.judge(Outcome.stopped(List.of(DOWN, other)), 1, Duration.ZERO, 0))
                .isEqualTo(new Decision.Fail(List.of(DOWN, other), "Hasura does not answer. And this. Mend it."));
    }

    @ParameterizedTest(name = "after {0} s at an age of {1} s: pause {2} s")
    @CsvSource({"10, 0, 10", "10, 1789, 10", "0, 1799, 1", "1800, 0, 1800"})
    void later_is_tried_again_while_the_next_attempt_lies_within_the_budget(long after, long age, long pause) {
        assertThat(policy.judge(later(after), 1, Duration.ofSeconds(age), 0))
                .isEqualTo(new Decision.Retry(Duration.ofSeconds(pause), DOWN));
    }

    @ParameterizedTest(name = "after {0} s at an age of {1} s: {2}")
    @CsvSource({
        "10,                  1795, Gave up after 12 attempts in 30 min. Hasura does not answer.",
        "1801,                   0, Gave up after 12 attempts in 1 s. Hasura does not answer.",
        "9223372036854775807,   61, Gave up after 12 attempts in 61 s. Hasura does not answer.",
    })
    void later_beyond_the_budget_fails_and_tells_how_long_it_was_tried(long after, long age, String story) {
        assertThat(policy.judge(later(after), 12, Duration.ofSeconds(age), 0))
                .isEqualTo(new Decision.Fail(List.of(DOWN), story));
    }

    @Test
    void a_budget_of_nothing_allows_one_attempt() {
        RetryPolicy once = new RetryPolicy(BackOff.USUAL, Duration.ZERO);

        assertThat(once.judge(later(0), 1, Duration.ZERO, 0))
                .isEqualTo(new Decision.Fail(List.of(DOWN), "Gave up after one attempt. Hasura does not answer."));
    }

    @Test
    void the_attempts_are_counted_too() {
        RetryPolicy twice = new RetryPolicy(BackOff.USUAL, Duration.ofMinutes(30), 2, 10);

        assertThat(twice.judge(later(0), 1, Duration.ZERO, 0)).isInstanceOf(Decision.Retry.class);
        assertThat(twice.judge(later(0), 2, Duration.ofSeconds(1), 0))
                .isEqualTo(
                        new Decision.Fail(List.of(DOWN), "Gave up after 2 attempts in 1 s. Hasura does not answer."));
    }

    private static Outcome<TaskResult> later(long seconds) {
        return Outcome.later(Duration.ofSeconds(seconds), DOWN);
    }
}
