package io.outputport.benchmark.validation;

import java.util.Arrays;
import java.util.List;

/** How long calls took, in milliseconds, and how many were made in a second. */
record Latencies(double perSecond, double median, double p99) {
    private static final double MILLI = 1e6;

    static Latencies of(List<long[]> callers, int seconds) {
        long[] sorted = callers.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Latencies((double) sorted.length / seconds, at(sorted, 0.5), at(sorted, 0.99));
    }

    /** The round whose rate is in the middle. */
    static Latencies middle(List<Latencies> rounds) {
        return rounds.stream()
                .sorted((one, other) -> Double.compare(one.perSecond, other.perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / MILLI;
    }
}
