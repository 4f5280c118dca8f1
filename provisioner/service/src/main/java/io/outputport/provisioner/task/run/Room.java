package io.outputport.provisioner.task.run;

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
final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(1);

    private final int limit;
    private final IntSupplier unfinished;
    private final Executor beside;
    private Instant countedAt = Instant.MIN;
    private int left;
    private int takenSince;
    private boolean counting;

    /** @param beside counts while requests go on */
    Room(int limit, IntSupplier unfinished, Executor beside) {
        this.limit = limit;
        this.unfinished = unfinished;
        this.beside = beside;
    }

    int limit() {
        return limit;
    }

    /** Takes one place, if there is one. */
    synchronized boolean take(Instant now) {
        if (left <= 0) {
            left = limit - unfinished.getAsInt();
            countedAt = now;
        } else if (!counting && countedAt.isBefore(now.minus(COUNT_INTERVAL))) {
            counting = true;
            countedAt = now;
            takenSince = 0;
            beside.execute(this::recount);
        }
        if (left <= 0) {
            return false;
        }
        left--;
        takenSince++;
        return true;
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
        left = limit - counted - takenSince;
    }

    private synchronized void rest() {
        counting = false;
    }
}
