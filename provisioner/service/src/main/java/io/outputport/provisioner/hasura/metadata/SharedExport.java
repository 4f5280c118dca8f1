package io.outputport.provisioner.hasura.metadata;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.document.MetadataDocument;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One export for all who ask at the same time, so that many ports do not each pull the whole document, and no two documents
 * arrive at once. Nobody gets one that began before they asked: who comes while one is read waits for the next.
 */
final class SharedExport {
    private final Supplier<Outcome<MetadataDocument>> download;
    private final ReentrantLock reading = new ReentrantLock();
    private CompletableFuture<Outcome<MetadataDocument>> next = new CompletableFuture<>();
    private boolean isLed;

    SharedExport(Supplier<Outcome<MetadataDocument>> download) {
        this.download = download;
    }

    Outcome<MetadataDocument> get() {
        CompletableFuture<Outcome<MetadataDocument>> mine;
        boolean leads;
        synchronized (this) {
            mine = next;
            leads = !isLed;
            isLed = true;
        }
        if (leads) {
            read(mine);
        }
        return mine.join();
    }

    private void read(CompletableFuture<Outcome<MetadataDocument>> mine) {
        reading.lock();
        try {
            synchronized (this) {
                next = new CompletableFuture<>();
                isLed = false;
            }
            mine.complete(download.get());
        } catch (RuntimeException | Error bug) {
            mine.completeExceptionally(bug);
            throw bug;
        } finally {
            reading.unlock();
        }
    }
}
