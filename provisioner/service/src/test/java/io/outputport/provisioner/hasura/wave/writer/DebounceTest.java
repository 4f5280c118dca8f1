package io.outputport.provisioner.hasura.wave.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes alone is not kept waiting; who comes in a burst is waited for a little. */
class DebounceTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final Debounce debounce = new Debounce(pauses::add);

    @Test
    void a_port_that_comes_alone_is_written_at_once() {
        debounce.wrote(Duration.ofMinutes(2));

        await(1);

        assertThat(pauses).isEmpty();
    }

    @Test
    void a_burst_is_waited_for_until_nobody_comes() {
        await(2, 5, 9, 9);

        assertThat(pauses).hasSize(3);
    }

    @Test
    void a_burst_without_end_is_not_waited_for_without_end() {
        int[] more = new int[100];
        java.util.Arrays.setAll(more, number -> number + 2);

        await(more);

        assertThat(pauses.stream().mapToLong(Duration::toMillis).sum()).isLessThanOrEqualTo(5_000);
    }

    @Test
    void a_slow_hasura_is_worth_a_longer_look_of_three_seconds_at_most() {
        debounce.wrote(Duration.ofSeconds(10));
        await(2, 2);
        debounce.wrote(Duration.ofMinutes(2));
        await(2, 2);

        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    private void await(int... counts) {
        Iterator<Integer> next = java.util.Arrays.stream(counts).iterator();
        debounce.await(next::next);
    }
}
