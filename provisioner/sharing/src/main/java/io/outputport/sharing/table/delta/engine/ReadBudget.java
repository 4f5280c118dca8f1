package io.outputport.sharing.table.delta.engine;

import io.outputport.sharing.table.source.ReadingMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How much of a log is read in one pass: whoever writes a table must not be able to keep the server busy for ever. */
public final class ReadBudget {
    private static final String COMMIT = ".json";

    private final Limits limits;
    private final AtomicLong left;
    private final AtomicLong commits;
    private final long end;

    public ReadBudget(Limits limits) {
        this.limits = limits;
        this.left = new AtomicLong(limits.all());
        this.commits = new AtomicLong(limits.commits());
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    /**
     * What a log may come to.
     *
     * @param all bytes of it that are read in a pass
     * @param commits those of them that are no checkpoint: what they say is held in memory until the pass is over
     * @param checkpoint bytes of one file of a checkpoint, most of which is in memory at once
     * @param line bytes of one action
     * @param time that a pass takes
     */
    public record Limits(long all, long commits, long checkpoint, int line, Duration time) {
        /** The log of some millions of files. */
        private static final long LOG = 1L << 30;

        private static final int LINE = 16 << 20;

        /** As far as memory goes. */
        public static Limits usual() {
            ReadingMemory memory = ReadingMemory.usual();
            return new Limits(LOG, Math.min(LOG, memory.commits()), memory.checkpoint(), LINE, Duration.ofMinutes(2));
        }

        /** Only of this length. */
        public static Limits of(long all) {
            return new Limits(all, all, all, LINE, Duration.ofMinutes(2));
        }
    }

    static boolean isCommit(String path) {
        return path.endsWith(COMMIT);
    }

    int longestLine() {
        return limits.line();
    }

    void open(String path, long size) throws IOException {
        if (!isCommit(path) && size > limits.checkpoint()) {
            throw new TooMuch("has a checkpoint in one file that is larger than this server has memory for");
        }
    }

    void take(String path, int bytes) throws IOException {
        if (bytes <= 0) {
            return;
        }
        if (left.addAndGet(-bytes) < 0) {
            throw new TooMuch("is larger than this server reads");
        }
        if (isCommit(path) && commits.addAndGet(-bytes) < 0) {
            throw new TooMuch("has more since its last checkpoint than this server has memory for");
        }
        if (System.nanoTime() - end > 0) {
            throw new TooMuch("takes longer than this server reads one");
        }
    }

    /** The log is larger than any that is read. */
    public static final class TooMuch extends IOException {
        private final String what;

        /** @param what about the log */
        TooMuch(String what) {
            super("the log " + what);
            this.what = what;
        }

        public String what() {
            return what;
        }
    }
}
