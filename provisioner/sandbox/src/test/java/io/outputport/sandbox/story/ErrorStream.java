package io.outputport.sandbox.story;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard error of this process, where the services and the stand-ins in it log, passed on and remembered. */
final class ErrorStream extends OutputStream implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    private int told;

    private ErrorStream() {}

    static ErrorStream record() {
        ErrorStream stream = new ErrorStream();
        System.setErr(new PrintStream(stream, true, StandardCharsets.UTF_8));
        return stream;
    }

    String text() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    /** What came since the last time. */
    synchronized String fresh() {
        byte[] all = seen.toByteArray();
        String since = new String(all, told, all.length - told, StandardCharsets.UTF_8);
        told = all.length;
        return since;
    }

    @Override
    public void write(int oneByte) {
        before.write(oneByte);
        seen.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        before.write(bytes, from, length);
        seen.write(bytes, from, length);
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
