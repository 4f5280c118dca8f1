package io.outputport.provisioner.source.jdbc;

import io.outputport.foundation.transport.BreakerState;
import io.outputport.foundation.transport.SystemBreaker;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;

/** One database's circuit breaker, in the words of JDBC. */
final class SourceBreaker {
    /** SQL states of class 08: no connection, or one that broke. */
    private static final String CONNECTION = "08";

    private final SystemBreaker breaker;

    SourceBreaker(Duration rest) {
        breaker = new SystemBreaker(rest);
    }

    BreakerState state() {
        return breaker.state();
    }

    @FunctionalInterface
    interface Call<T> {
        T answer() throws SQLException;
    }

    <T> T guard(Call<T> call) throws SQLException {
        if (!breaker.letsThrough()) {
            throw new SQLTransientConnectionException("no answer several times in a row", CONNECTION + "001");
        }
        Runnable end = breaker::brokenOff;
        try {
            T answer = call.answer();
            end = breaker::answered;
            return answer;
        } catch (SQLException failure) {
            end = isSilence(failure) || Thread.currentThread().isInterrupted() ? breaker::silent : breaker::answered;
            throw failure;
        } finally {
            end.run();
        }
    }

    static boolean isSilence(SQLException failure) {
        return failure instanceof SQLTimeoutException
                || Optional.ofNullable(failure.getSQLState())
                        .filter(state -> state.startsWith(CONNECTION))
                        .isPresent();
    }
}
