package io.outputport.benchmark.start;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one contender took with one set of options.
 *
 * @param startMillis the start in the middle
 * @param idle MiB resident a few seconds after a start
 * @param loaded MiB resident some seconds after a load; empty where there is no {@code /proc}
 */
record Footprint(String contender, String options, long startMillis, Optional<Long> idle, Optional<Long> loaded) {
    static long middle(List<Duration> starts) {
        return starts.stream()
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(starts.size() / 2)
                .toMillis();
    }
}
