package io.outputport.foundation.start;

import io.outputport.foundation.store.OpenDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A database that is opened beside the rest of a start, which takes as long. */
public final class OpeningDatabase implements AutoCloseable {
    private final CompletableFuture<OpenDatabase> opened;
    private boolean taken;

    private OpeningDatabase(CompletableFuture<OpenDatabase> opened) {
        this.opened = opened;
    }

    /** @param opening begins at once, on a thread of its own */
    static OpeningDatabase begin(Supplier<OpenDatabase> opening) {
        return new OpeningDatabase(CompletableFuture.supplyAsync(opening, work -> {
            Thread thread = new Thread(work, "database-start");
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** Whoever takes it closes it. What the opening throws is thrown here. */
    public synchronized OpenDatabase take() {
        try {
            OpenDatabase database = opened.join();
            taken = true;
            return database;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw refused;
        }
    }

    /** After a start that failed elsewhere: closes what nobody has taken, once it is open. */
    @Override
    public synchronized void close() {
        if (!taken) {
            opened.thenAccept(OpenDatabase::close);
        }
    }
}
