package io.outputport.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void percentiles_are_exact_to_three_digits() {
        IntStream.rangeClosed(1, 1000).forEach(i -> latencies.record(Duration.ofNanos(i * 1_234L)));

        assertThat(latencies.count()).isEqualTo(1000);
        assertThat(latencies.millis(50)).isCloseTo(0.617, within(0.001));
        assertThat(latencies.millis(99)).isCloseTo(1.2217, within(0.0013));
        assertThat(latencies.millis(100)).isCloseTo(1.234, within(0.0013));
    }

    @Test
    void hours_are_counted_beside_microseconds() {
        latencies.record(Duration.ofNanos(5_000));
        latencies.record(Duration.ofHours(13));

        assertThat(latencies.percentile(50)).isBetween(Duration.ofNanos(5_000), Duration.ofNanos(5_005));
        assertThat(latencies.percentile(100))
                .isBetween(Duration.ofHours(13), Duration.ofHours(13).plusSeconds(48));
    }

    @Test
    void threads_record_side_by_side() {
        IntStream.range(0, 20_000).parallel().forEach(i -> latencies.record(Duration.ofNanos(i)));

        assertThat(latencies.count()).isEqualTo(20_000);
    }
}
