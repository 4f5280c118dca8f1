package io.outputport.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final long MILLI = 1_000_000;

    @Test
    void the_calls_of_all_connections_count_together() {
        Round round = Round.of(List.of(new long[] {MILLI, 2 * MILLI}, new long[] {3 * MILLI, 9 * MILLI}), 2);

        assertThat(round.perSecond()).isEqualTo(2.0);
        assertThat(round.latencies().millis(50)).isCloseTo(2.0, within(0.002));
        assertThat(round.latencies().millis(99)).isCloseTo(9.0, within(0.009));
    }

    @Test
    void the_round_whose_rate_is_in_the_middle_stands_for_all() {
        Round slow = Round.of(List.of(new long[1]), 1);
        Round usual = Round.of(List.of(new long[2]), 1);
        Round fast = Round.of(List.of(new long[3]), 1);

        assertThat(Round.middle(List.of(fast, slow, usual))).isSameAs(usual);
    }
}
