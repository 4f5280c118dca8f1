package io.outputport.benchmark.run;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Durations, to be read as percentiles; exact to three digits. Not for several threads. */
public final class Latencies {
    private static final int DIGITS = 3;

    private final Histogram millis = new Histogram(DIGITS);

    public void record(Duration one) {
        millis.recordValue(one.toMillis());
    }

    /** @param percent 50 for the median */
    public Duration percentile(double percent) {
        return Duration.ofMillis(millis.getValueAtPercentile(percent));
    }
}
