package io.outputport.provisioner.task.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many more tasks fit into the queue. Counting ten thousand rows takes longer than storing one, so it is done once a
 * second, and nobody waits for it while there is room; several replicas together may exceed the limit by what comes until
 * the next count.
 */
final class Capacity {
    private static final Logger LOG = LoggerFactory.getLogger(Capacity.class);
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(1);

    private final int limit;
    private final IntSupplier unfinished;
    private final Executor beside;
    private Instant countedAt = Instant.MIN;
    private int left;
    private int takenSince;
    private boolean counting;
    private long fillings;

    /** @param beside counts while requests go on */
    Capacity(int limit, IntSupplier unfinished, Executor beside) {
        this.limit = limit;
        this.unfinished = unfinished;
        this.beside = beside;
    }

    int limit() {
        return limit;
    }

    /** Takes one place, if there is one. Where none is left all who ask count, and nobody waits for another's count. */
    boolean take(Instant now) {
        long seen = fillings();
        if (takeKnown(now)) {
            return true;
        }
        return takeOf(limit - unfinished.getAsInt(), seen, now);
    }

    private synchronized boolean takeKnown(Instant now) {
        if (left > 0 && !counting && countedAt.isBefore(now.minus(COUNT_INTERVAL))) {
            counting = true;
            countedAt = now;
            takenSince = 0;
            beside.execute(this::recount);
        }
        return takePlace();
    }

    /** What was counted before somebody else's count came in does not know of the places taken since. */
    private synchronized boolean takeOf(int counted, long seen, Instant now) {
        if (seen == fillings) {
            fillings++;
            left = counted;
            countedAt = now;
        }
        return takePlace();
    }

    private synchronized boolean takePlace() {
        if (left <= 0) {
            return false;
        }
        left--;
        takenSince++;
        return true;
    }

    private synchronized long fillings() {
        return fillings;
    }

    private void recount() {
        try {
            free(unfinished.getAsInt());
        } catch (RuntimeException unavailable) {
            LOG.debug("The unfinished tasks were not counted; the next second brings another try.", unavailable);
        } finally {
            rest();
        }
    }

    /** Some of those taken meanwhile may be among the counted: then there is room for more than we know for a second. */
    private synchronized void free(int counted) {
        fillings++;
        left = limit - counted - takenSince;
    }

    private synchronized void rest() {
        counting = false;
    }
}
