package io.outputport.sharing.table.delta.engine;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** How much of a log is read in one pass: whoever writes a table must not be able to keep the server busy for ever. */
public final class ReadBudget {
    /** The log of some millions of files. */
    public static final long USUAL = 1L << 30;

    private final AtomicLong left;

    public ReadBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    void take(int bytes) throws IOException {
        if (bytes > 0 && left.addAndGet(-bytes) < 0) {
            throw new TooMuch();
        }
    }

    /** The log is larger than any that is read. */
    public static final class TooMuch extends IOException {
        TooMuch() {
            super("the log is longer than what is read of one");
        }
    }
}
