package io.outputport.foundation.telemetry.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.outputport.foundation.outcome.Masking;
import io.outputport.foundation.store.sql.DatabaseFailure;
import java.util.Optional;

/**
 * An outage of the task database in a log line. Everything that looks after something meets it again every second, the
 * scheduler's library too, and no stack of it leads anywhere.
 */
final class LoggedOutage {
    private LoggedOutage() {}

    /** In one line; empty where the stack may be needed. */
    static Optional<String> of(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy thrown
                ? DatabaseFailure.outage(thrown.getThrowable()).map(Masking::inOneLine)
                : Optional.empty();
    }
}
