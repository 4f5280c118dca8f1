package io.outputport.sharing.table.delta;

import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.util.VectorUtils;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.table.delta.engine.DeltaEngine;
import io.outputport.sharing.table.delta.engine.TableFiles;
import java.util.Set;
import java.util.function.Supplier;

/** A version of a Delta table. Its log is read again for each {@link #files}: however many there are, few are in memory. */
final class DeltaSnapshot implements Snapshot {
    private final io.delta.kernel.Snapshot snapshot;
    private final Supplier<TableFiles> pass;
    private final Storage storage;
    private final StoragePath table;

    DeltaSnapshot(io.delta.kernel.Snapshot snapshot, Supplier<TableFiles> pass, Storage storage, StoragePath table) {
        this.snapshot = snapshot;
        this.pass = pass;
        this.storage = storage;
        this.table = table;
    }

    @Override
    public long version() {
        return snapshot.getVersion();
    }

    @Override
    public TableMetadata metadata() {
        Metadata metadata = snapshot.getMetadata();
        return new TableMetadata(
                metadata.getId(),
                metadata.getName(),
                metadata.getDescription(),
                metadata.getSchemaString(),
                VectorUtils.toJavaList(metadata.getPartitionColumns()),
                metadata.getConfiguration());
    }

    @Override
    public Set<String> readerFeatures() {
        return Set.copyOf(snapshot.getProtocol().getReaderFeatures());
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Outcome<Tally> tally() {
        long files = 0;
        long bytes = 0;
        try (LiveFiles live = files()) {
            while (live.hasNext()) {
                bytes += live.next().size();
                files++;
            }
            return Outcome.done(new Tally(files, bytes));
        } catch (RuntimeException failed) {
            return DeltaFailure.outcome(failed);
        }
    }

    @Override
    public LiveFiles files() {
        // What one pass may read, the next may read as well.
        return new DeltaFiles(snapshot, new DeltaEngine(pass.get()), table);
    }
}
