package io.outputport.provisioner.memory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * Lets as many texts into work as a share of the heap bears; the others wait in the order they came, as long and as many
 * as they may. A text that costs more than its share is worked on alone. Whoever works on a tree has a body in work
 * already, so trees are asked for within bodies, never the other way round.
 */
public final class WorkingMemory {
    public static final String BODIES = "bodies";
    public static final String TREES = "trees";

    /** Three times the largest known descriptors. */
    private static final long SMALL = 64 * 1024;
    /** Semaphores count in int. */
    private static final int UNIT = 1024;

    private final LongUnaryOperator cost;
    private final Share small;
    private final Share large;

    private record Share(Semaphore free, int all, Semaphore waiting) {
        static Share of(MemoryShares.Lane lane) {
            int all = units(lane.work());
            return new Share(new Semaphore(all, true), all, new Semaphore(units(lane.waiting())));
        }
    }

    /** @param cost in bytes of heap, of a text of so many bytes */
    WorkingMemory(MemoryShares.Lanes lanes, LongUnaryOperator cost) {
        this.cost = cost;
        this.small = Share.of(lanes.small());
        this.large = Share.of(lanes.large());
    }

    /**
     * The work's answer; empty when there was no room for it in time, or too many wait already.
     *
     * @param bytes of the text that the work is about
     */
    public <T> Optional<T> within(long bytes, Duration patience, Supplier<T> work) {
        Share share = bytes <= SMALL ? small : large;
        int units = Math.min(share.all(), units(cost.applyAsLong(bytes)));
        if (!isTaken(share, units, Duration.ZERO) && !isWaitedFor(share, units, bytes, patience)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            share.free().release(units);
        }
    }

    private static boolean isWaitedFor(Share share, int units, long bytes, Duration patience) {
        int held = units(bytes);
        if (!share.waiting().tryAcquire(held)) {
            return false;
        }
        try {
            return isTaken(share, units, patience);
        } finally {
            share.waiting().release(held);
        }
    }

    /** With a time, even one of zero, nobody overtakes those who wait. */
    private static boolean isTaken(Share share, int units, Duration patience) {
        try {
            return share.free().tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int units(long bytes) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT));
    }
}
