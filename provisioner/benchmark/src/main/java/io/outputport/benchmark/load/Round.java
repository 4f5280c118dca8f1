package io.outputport.benchmark.load;

import io.outputport.benchmark.run.Latencies;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How long the calls of some seconds took, and how many were made in each. */
public record Round(Latencies latencies, double perSecond) {
    static Round of(List<long[]> callers, int seconds) {
        Latencies latencies = new Latencies();
        for (long[] caller : callers) {
            for (long nanos : caller) {
                latencies.record(Duration.ofNanos(nanos));
            }
        }
        return new Round(latencies, (double) latencies.count() / seconds);
    }

    /** The one whose rate is in the middle. */
    public static Round middle(List<Round> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Round::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }
}
