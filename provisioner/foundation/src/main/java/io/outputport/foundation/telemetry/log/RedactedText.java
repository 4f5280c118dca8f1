package io.outputport.foundation.telemetry.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import io.outputport.foundation.outcome.Masking;

/** A whole line of the readable log, its stack trace included. */
public final class RedactedText extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String line) {
        return Masking.clean(line);
    }
}
