package io.outputport.sharing.store.known;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The number that every change of who may read what counts up, in the change's own transaction. Many who ask at once are told
 * by one look, which began after each of them had asked: what was changed before somebody asked, it is told.
 */
public final class AccessVersion {
    /** For how long the look with which a call was let in counts for the rest of the call. */
    private static final long CALL_NANOS = Duration.ofMillis(100).toNanos();

    private final LongSupplier database;
    private final LongSupplier nanoTime;
    /** Held while the database is looked at. */
    private final ReentrantLock turn = new ReentrantLock();

    private CompletableFuture<LastLook> waiting = new CompletableFuture<>();
    private boolean waited;
    private volatile LastLook last;

    /** @param began by the clock that only goes on */
    private record LastLook(long version, long began, boolean good) {}

    /** @param database looks at it */
    public AccessVersion(LongSupplier database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
        this.last = new LastLook(0, 0, false);
    }

    /** As it stands after this was called. */
    public long now() {
        CompletableFuture<LastLook> mine;
        boolean looks;
        synchronized (this) {
            mine = waiting;
            looks = !waited;
            waited = true;
        }
        if (looks) {
            look(mine);
        }
        try {
            return mine.join().version();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    /** As it stood when the call that asks was let in, or later. */
    public long ofThisCall() {
        LastLook seen = last;
        return seen.good() && nanoTime.getAsLong() - seen.began() < CALL_NANOS ? seen.version() : now();
    }

    /** This process has changed something itself. */
    public void changed() {
        last = new LastLook(0, 0, false);
    }

    private void look(CompletableFuture<LastLook> mine) {
        turn.lock();
        try {
            // Whoever comes from here on may ask about what this look does not see.
            synchronized (this) {
                waiting = new CompletableFuture<>();
                waited = false;
            }
            long began = nanoTime.getAsLong();
            LastLook seen = new LastLook(database.getAsLong(), began, true);
            last = seen;
            mine.complete(seen);
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
        } finally {
            turn.unlock();
        }
    }
}
