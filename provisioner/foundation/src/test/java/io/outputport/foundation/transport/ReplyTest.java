package io.outputport.foundation.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which refusals pass, and how long they are waited for. */
class ReplyTest {
    private static final Problem BUSY = Problem.of(new ProblemCode("busy"), "It is busy.");

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void whoever_is_busy_or_fails_is_asked_again_soon(int status) {
        Reply.Answer answer = answer(status, Optional.empty());

        assertThat(answer.isForNow()).isTrue();
        assertThat(answer.again(BUSY)).isEqualTo(Outcome.later(Duration.ofSeconds(5), BUSY));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 412})
    void any_other_refusal_stays(int status) {
        assertThat(answer(status, Optional.empty()).isForNow()).isFalse();
    }

    @Test
    void a_time_that_the_answer_names_counts() {
        Duration named = Duration.ofSeconds(40);

        assertThat(answer(429, Optional.of(named)).again(BUSY)).isEqualTo(Outcome.later(named, BUSY));
    }

    private static Reply.Answer answer(int status, Optional<Duration> retryAfter) {
        return new Reply.Answer(status, new byte[0], retryAfter);
    }
}
