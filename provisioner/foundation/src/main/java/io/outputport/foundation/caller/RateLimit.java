package io.outputport.foundation.caller;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A token bucket for each caller. Of more callers than are kept, those that were silent longest start anew. */
public final class RateLimit {
    private static final int MOST_CALLERS = 10_000;

    /** 0 is no limit. */
    private final int perSecond;

    private final int burst;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    });

    RateLimit(int perSecond, int burst, TimeMeter time) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.time = time;
    }

    static RateLimit none() {
        return new RateLimit(0, 1, TimeMeter.SYSTEM_NANOTIME);
    }

    /** @return empty when the caller may go on, else how long it has to wait */
    public Optional<Duration> wait(String caller) {
        if (perSecond == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(caller, unseen -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
