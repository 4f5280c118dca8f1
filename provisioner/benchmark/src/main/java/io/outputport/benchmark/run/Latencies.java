package io.outputport.benchmark.run;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** Durations, to be read as percentiles; exact to three digits. */
public final class Latencies {
    private static final int DIGITS = 3;
    private static final double MILLI = 1e6;

    private final Histogram nanos = new SynchronizedHistogram(DIGITS);

    public void record(Duration one) {
        nanos.recordValue(one.toNanos());
    }

    public long count() {
        return nanos.getTotalCount();
    }

    /** @param percent 50 for the median */
    public Duration percentile(double percent) {
        return Duration.ofNanos(nanos.getValueAtPercentile(percent));
    }

    /** The same in milliseconds, for durations that are small. */
    public double millis(double percent) {
        return nanos.getValueAtPercentile(percent) / MILLI;
    }
}
