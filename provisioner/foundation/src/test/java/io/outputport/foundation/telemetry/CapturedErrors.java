package io.outputport.foundation.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard error of this process, while it is open. */
public final class CapturedErrors implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    public CapturedErrors() {
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
    }

    public String text() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
