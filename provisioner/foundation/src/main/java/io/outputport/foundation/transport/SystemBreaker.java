package io.outputport.foundation.transport;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The circuit breaker of one system, so that one that is dead does not hold all threads in waiting for it. Any answer, a
 * refusal too, shows that the system is there; only silence counts against it.
 */
public final class SystemBreaker {
    private static final int SILENCES = 5;

    private final Duration rest;
    private final CircuitBreaker breaker;

    /** @param rest how long a system that does not answer is left in peace */
    public SystemBreaker(Duration rest) {
        this.rest = rest;
        breaker = CircuitBreaker.of(
                "system",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(SILENCES)
                        .minimumNumberOfCalls(SILENCES)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    /** False while the system is left in peace. Of each call that is let through, one of the next three is told. */
    public boolean letsThrough() {
        return breaker.tryAcquirePermission();
    }

    public void answered() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** Unless our own stop cut the call off, which tells nothing of the system. */
    public void silent() {
        if (Thread.currentThread().isInterrupted()) {
            brokenOff();
        } else {
            breaker.onError(0, TimeUnit.MILLISECONDS, new IOException("no answer"));
        }
    }

    /** The call came to no end that tells anything. */
    public void brokenOff() {
        breaker.releasePermission();
    }

    public BreakerState state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
        };
    }

    /** Why a call is not let through, to go on after "the system cannot be used: ". */
    String resting() {
        return "it did not answer " + SILENCES + " times in a row and is asked again in " + rest.toSeconds() + " s";
    }
}
