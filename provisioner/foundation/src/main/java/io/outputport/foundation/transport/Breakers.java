package io.outputport.foundation.transport;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One circuit breaker for each system, so that one that is dead does not hold all threads in waiting for it. */
final class Breakers {
    private static final int SILENCES = 5;

    private final CircuitBreakerRegistry breakers;
    private final Reply.Silence resting;

    Breakers(Duration rest) {
        breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(SILENCES)
                .minimumNumberOfCalls(SILENCES)
                .failureRateThreshold(100)
                .waitDurationInOpenState(rest)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
        resting = new Reply.Silence(
                false,
                false,
                "it did not answer " + SILENCES + " times in a row and is asked again in " + rest.toSeconds() + " s");
    }

    /** The worst of them; what nobody has called yet is closed. */
    BreakerState state() {
        return breakers.getAllCircuitBreakers().stream()
                .map(breaker -> of(breaker.getState()))
                .max(Comparator.naturalOrder())
                .orElse(BreakerState.CLOSED);
    }

    private static BreakerState of(CircuitBreaker.State state) {
        return switch (state) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
        };
    }

    /** Any answer, an error too, shows that the system is there; only silence counts against it. */
    Reply guard(String system, Supplier<Reply> call) {
        CircuitBreaker breaker = breakers.circuitBreaker(system);
        if (!breaker.tryAcquirePermission()) {
            return resting;
        }
        Reply reply = call.get();
        if (reply instanceof Reply.Silence && Thread.currentThread().isInterrupted()) {
            breaker.releasePermission();
        } else if (reply instanceof Reply.Silence silence) {
            breaker.onError(0, TimeUnit.MILLISECONDS, new IOException(silence.sentence()));
        } else {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }
        return reply;
    }
}
