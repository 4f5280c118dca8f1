package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.table.TableProblems;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Few logs are read at a time, since each takes memory; a few more wait, and all others are told to come again. */
final class ColdReads {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Semaphore turns;
    private final int mostWaiting;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();

    ColdReads(int atATime, int mostWaiting, Duration patience) {
        this.turns = new Semaphore(atATime, true);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    <T> Outcome<T> run(Supplier<Outcome<T>> read) {
        if (!take()) {
            return later();
        }
        try {
            return read.get();
        } finally {
            give();
        }
    }

    static <T> Outcome<T> later() {
        return Outcome.later(PAUSE, TableProblems.busy());
    }

    /** False for who would have to wait for too long; else to be given back. */
    boolean take() {
        if (turns.tryAcquire()) {
            return true;
        }
        try {
            return waiting.incrementAndGet() <= mostWaiting
                    && turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void give() {
        turns.release();
    }
}
