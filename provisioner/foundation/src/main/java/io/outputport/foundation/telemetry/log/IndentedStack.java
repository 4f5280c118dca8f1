package io.outputport.foundation.telemetry.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.outputport.foundation.outcome.Masking;
import java.util.stream.Collectors;

/**
 * A stack trace of the readable log, every line of it indented: the message of an exception can hold line breaks of another
 * system, and what follows must not pass for a line of the log. Of an outage it is one line.
 */
public final class IndentedStack extends ThrowableProxyConverter {
    private static final String INDENT = "    ";

    @Override
    public String convert(ILoggingEvent event) {
        String stack = LoggedOutage.of(event).orElseGet(() -> super.convert(event));
        return stack.lines()
                .map(line -> INDENT + Masking.inOneLine(line.replace("\t", INDENT)) + System.lineSeparator())
                .collect(Collectors.joining());
    }
}
