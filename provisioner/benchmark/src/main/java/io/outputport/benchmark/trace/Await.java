package io.outputport.benchmark.trace;

import java.io.IOException;
import java.time.Duration;

/** Looks again and again until something is so. */
final class Await {
    private static final long PAUSE_MILLIS = 200;

    private Await() {}

    /** What may not be there yet: then it throws {@link IOException}, or is not so. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void until(String what, Duration atMost, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new IOException("Waited " + atMost.toSeconds() + " s in vain for " + what + ".");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (IOException notYet) {
            return false;
        }
    }
}
