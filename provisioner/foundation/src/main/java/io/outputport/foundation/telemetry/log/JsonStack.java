package io.outputport.foundation.telemetry.log;

import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The field {@code stack_trace} of a JSON log line; of an outage it is one line. */
public final class JsonStack extends ExtendedThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return LoggedOutage.of(event).orElseGet(() -> super.convert(event));
    }
}
