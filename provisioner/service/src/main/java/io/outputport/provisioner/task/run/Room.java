package io.outputport.provisioner.task.run;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * How many more tasks fit into the queue. Counting ten thousand rows takes longer than storing one, so it is done once a
 * second and whenever the room seems used up; several replicas together may exceed the limit by what one second brings.
 */
final class Room {
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(1);

    private final int limit;
    private final IntSupplier unfinished;
    private Instant countedAt = Instant.MIN;
    private int left;

    Room(int limit, IntSupplier unfinished) {
        this.limit = limit;
        this.unfinished = unfinished;
    }

    int limit() {
        return limit;
    }

    /** Takes one place, if there is one. */
    synchronized boolean take(Instant now) {
        if (left <= 0 || countedAt.isBefore(now.minus(COUNT_INTERVAL))) {
            left = limit - unfinished.getAsInt();
            countedAt = now;
        }
        if (left <= 0) {
            return false;
        }
        left--;
        return true;
    }
}
