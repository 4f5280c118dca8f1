package io.outputport.provisioner.hasura.metadata;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.document.MetadataDocument;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One export for all who ask at the same time, so that many ports do not each pull the whole document, and no two documents
 * arrive at once. Nobody gets one that began before they asked: who comes while one is read waits for the next.
 */
final class SharedExport {
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final Supplier<Outcome<MetadataDocument>> download;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private CompletableFuture<Outcome<MetadataDocument>> next = new CompletableFuture<>();
    private boolean isLed;
    private volatile @Nullable KeptExport last;

    SharedExport(Supplier<Outcome<MetadataDocument>> download, InstantSource clock) {
        this.download = download;
        this.clock = clock;
    }

    /** The one that was read last, if its reading began since then and a short while ago; memory that runs short takes it. */
    Optional<MetadataDocument> since(Instant moment) {
        return Optional.ofNullable(last)
                .filter(read -> !read.begun().isBefore(moment))
                .filter(read -> read.begun().plus(KEPT).isAfter(clock.instant()))
                .map(read -> read.document().get());
    }

    /** Something is about to change. */
    void forget() {
        last = null;
    }

    private record KeptExport(SoftReference<MetadataDocument> document, Instant begun) {}

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
            Instant begun = clock.instant();
            mine.complete(download.get().map(document -> {
                last = new KeptExport(new SoftReference<>(document), begun);
                return document;
            }));
        } catch (RuntimeException | Error bug) {
            mine.completeExceptionally(bug);
            throw bug;
        } finally {
            reading.unlock();
        }
    }
}
