package io.outputport.provisioner.source.jdbc;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.outputport.foundation.transport.BreakerState;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One database's circuit breaker, so that one that is dead does not hold all threads in waiting for it. */
final class SourceBreaker {
    private static final int SILENCES = 5;
    /** SQL states of class 08: no connection, or one that broke. */
    private static final String CONNECTION = "08";

    private final CircuitBreaker breaker;

    SourceBreaker(Duration rest) {
        breaker = CircuitBreaker.of(
                "source",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(SILENCES)
                        .minimumNumberOfCalls(SILENCES)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    BreakerState state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
        };
    }

    @FunctionalInterface
    interface Call<T> {
        T answer() throws SQLException;
    }

    /** Any answer, a refusal too, shows that the database is there; only silence counts against it. */
    <T> T guard(Call<T> call) throws SQLException {
        if (!breaker.tryAcquirePermission()) {
            throw new SQLTransientConnectionException("no answer several times in a row", CONNECTION + "001");
        }
        boolean counted = false;
        try {
            T answer = call.answer();
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            counted = true;
            return answer;
        } catch (SQLException failure) {
            counted = count(failure);
            throw failure;
        } finally {
            if (!counted) {
                breaker.releasePermission();
            }
        }
    }

    /** False when our own stop cut the call off, which tells nothing of the database. */
    private boolean count(SQLException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        if (isSilence(failure)) {
            breaker.onError(0, TimeUnit.MILLISECONDS, failure);
        } else {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    static boolean isSilence(SQLException failure) {
        return failure instanceof SQLTimeoutException
                || Optional.ofNullable(failure.getSQLState())
                        .filter(state -> state.startsWith(CONNECTION))
                        .isPresent();
    }
}
