package io.outputport.sharing.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Lines that come together to a piece of an answer. */
public final class LineBuffer extends ByteArrayOutputStream {
    public LineBuffer(int size) {
        super(size);
    }

    LineBuffer text(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    LineBuffer text(byte[] utf8) {
        write(utf8, 0, utf8.length);
        return this;
    }
}
