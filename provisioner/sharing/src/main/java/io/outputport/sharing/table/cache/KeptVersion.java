package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.table.source.TableVersion;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** A version whose log is gone through once, however many ask, and whose files are kept for as long as there is memory. */
final class KeptVersion implements Snapshot {
    private final TableVersion version;
    private final LogReading reading;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<FileMemory.Shelf> shelf = Optional.empty();
    private volatile Optional<Tally> tooLarge = Optional.empty();

    KeptVersion(TableVersion version, LogReading reading) {
        this.version = version;
        this.reading = reading;
    }

    TableVersion.Standing standing() {
        return version.standing();
    }

    @Override
    public long version() {
        return version.number();
    }

    @Override
    public TableMetadata metadata() {
        return version.metadata();
    }

    @Override
    public Set<String> readerFeatures() {
        return version.readerFeatures();
    }

    @Override
    public Storage storage() {
        return version.storage();
    }

    @Override
    public Outcome<SnapshotFiles> read() {
        Optional<FileMemory.Shelf> kept = shelf.filter(FileMemory.Shelf::take);
        if (kept.isPresent()) {
            return Outcome.done(new OnShelf(kept.get()));
        }
        return tooLarge.isPresent() ? streamed(tooLarge.get()) : readOnce();
    }

    private Outcome<SnapshotFiles> readOnce() {
        lock.lock();
        try {
            Optional<FileMemory.Shelf> meanwhile = shelf.filter(FileMemory.Shelf::take);
            return meanwhile.isPresent()
                    ? Outcome.done(new OnShelf(meanwhile.get()))
                    : reading.of(version).then(this::found);
        } finally {
            lock.unlock();
        }
    }

    private Outcome<SnapshotFiles> found(LogReading.Read read) {
        if (read instanceof LogReading.Kept kept) {
            shelf = Optional.of(kept.shelf());
            return Outcome.done(new OnShelf(kept.shelf()));
        }
        Tally tally = ((LogReading.TooLarge) read).tally();
        tooLarge = Optional.of(tally);
        return streamed(tally);
    }

    private Outcome<SnapshotFiles> streamed(Tally tally) {
        return reading.beginStream() ? Outcome.done(new FromLog(tally)) : ColdReads.later();
    }

    private record OnShelf(FileMemory.Shelf shelf) implements SnapshotFiles {
        @Override
        public Tally tally() {
            return shelf.packed().tally();
        }

        @Override
        public LiveFiles files() {
            return shelf.files();
        }

        @Override
        public void close() {
            shelf.leave();
        }
    }

    /** Reads the log again for each who asks. */
    private final class FromLog implements SnapshotFiles {
        private final Tally tally;

        FromLog(Tally tally) {
            this.tally = tally;
        }

        @Override
        public Tally tally() {
            return tally;
        }

        @Override
        public LiveFiles files() {
            return new CountedFiles(version.files(), tally);
        }

        @Override
        public void close() {
            reading.endStream();
        }
    }
}
