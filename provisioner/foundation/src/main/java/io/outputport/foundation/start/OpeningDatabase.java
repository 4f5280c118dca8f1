package io.outputport.foundation.start;

import io.outputport.foundation.store.OpenDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A database that is opened beside the rest of a start, of which it would otherwise be a third. */
public final class OpeningDatabase implements AutoCloseable {
    private final CompletableFuture<OpenDatabase> opened = new CompletableFuture<>();
    private boolean taken;

    private OpeningDatabase() {}

    /** @param opening begins at once, on a thread of its own */
    public static OpeningDatabase begin(Supplier<OpenDatabase> opening) {
        OpeningDatabase database = new OpeningDatabase();
        Thread thread = new Thread(() -> database.complete(opening), "database-start");
        thread.setDaemon(true);
        thread.start();
        return database;
    }

    private void complete(Supplier<OpenDatabase> opening) {
        try {
            opened.complete(opening.get());
        } catch (Throwable refused) {
            opened.completeExceptionally(refused);
        }
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
            opened.handle((database, refused) -> {
                if (database != null) {
                    database.close();
                }
                return database;
            });
        }
    }
}
