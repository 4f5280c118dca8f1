package io.outputport.provisioner.hasura.rolemapper;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How long the role mapper takes for each entry of a list, as it was seen to since the start; the newest counts half. */
final class SeenPace {
    /** Of a shorter list, most of the time is the call itself. */
    private static final int LEAST = 20;

    private static final long UNKNOWN = 0;

    private final AtomicLong nanosEach = new AtomicLong(UNKNOWN);

    void learn(int entries, Duration took) {
        if (entries >= LEAST) {
            long each = Math.max(1, took.toNanos() / entries);
            nanosEach.updateAndGet(known -> known == UNKNOWN ? each : (known + each) / 2);
        }
    }

    /** How long a list is expected to take; empty while no long one was written. */
    Optional<Duration> expected(int entries) {
        return Optional.of(nanosEach.get())
                .filter(known -> known != UNKNOWN)
                .map(known -> Duration.ofNanos(known).multipliedBy(entries));
    }
}
