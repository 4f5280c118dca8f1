package io.outputport.provisioner.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A question that many ask and that may be slow. */
class RememberedTest {
    private static final Executor AT_ONCE = Runnable::run;
    private static final Remembered.Freshness TERMS =
            new Remembered.Freshness(Duration.ofSeconds(10), Duration.ofMillis(50));

    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private int asked;

    @Test
    void it_is_not_asked_again_while_its_answer_is_fresh() {
        Remembered<Integer> question = over(AT_ONCE);

        assertThat(question.fresh().join()).contains(1);
        now = now.plusSeconds(9);
        assertThat(question.fresh().join()).contains(1);
        now = now.plusSeconds(1);
        assertThat(question.fresh().join()).contains(2);
    }

    @Test
    void nobody_waits_long_for_a_slow_answer_and_nobody_asks_a_second_time_meanwhile() {
        Deque<Runnable> held = new ArrayDeque<>();
        Remembered<Integer> question = over(held::add);

        assertThat(question.fresh().join()).isEmpty();
        now = now.plusSeconds(60);
        assertThat(question.latest().join()).isEmpty();

        assertThat(held).hasSize(1);
        held.remove().run();
        now = now.plusSeconds(60);
        assertThat(question.latest().join())
                .as("the old one, while the new one is on its way")
                .contains(1);
        assertThat(question.fresh().join()).isEmpty();
        assertThat(held).hasSize(1);
    }

    @Test
    void an_exception_is_no_answer_and_is_not_provoked_again_at_once() {
        Remembered<Integer> question = new Remembered<>(
                () -> {
                    asked++;
                    throw new IllegalStateException("away");
                },
                AT_ONCE,
                TERMS,
                () -> now);

        assertThat(question.fresh().join()).isEmpty();
        assertThat(question.fresh().join()).isEmpty();
        assertThat(asked).isEqualTo(1);
    }

    private Remembered<Integer> over(Executor threads) {
        return new Remembered<>(() -> ++asked, threads, TERMS, () -> now);
    }
}
