package io.outputport.provisioner.metrics;

import java.time.Duration;
import java.util.Arrays;

/** Where histograms have their borders: as few as tell good from bad, since each is a series for every set of labels. */
final class Buckets {
    /** What a system answers in, from at once to the longest build. */
    static final Duration[] CALL = seconds(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600);
    /** From a step that finds all as it should be to one that waits for a build. */
    static final Duration[] STEP = seconds(0.01, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600);
    /** What somebody waits for who has sent a request, up to the end of the usual budget for retries, twice. */
    static final Duration[] OPERATION = seconds(0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600);

    static final Duration[] WAVE = seconds(0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1200);

    static final double[] PORTS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

    private Buckets() {}

    private static Duration[] seconds(double... borders) {
        return Arrays.stream(borders)
                .mapToObj(border -> Duration.ofMillis(Math.round(border * 1000)))
                .toArray(Duration[]::new);
    }
}
