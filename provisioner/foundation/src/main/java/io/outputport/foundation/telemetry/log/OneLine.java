package io.outputport.foundation.telemetry.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import io.outputport.foundation.outcome.Masking;

/** A message of the readable log, which no word of another system can break into two. */
public final class OneLine extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String message) {
        return Masking.inOneLine(message);
    }
}
