package io.outputport.sharing.table.delta;

import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.util.VectorUtils;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.delta.engine.DeltaEngine;
import io.outputport.sharing.table.source.TableVersion;
import java.util.Set;

/** A version of a Delta table. Its log is read again for each {@link #files}: however many there are, few are in memory. */
final class DeltaVersion implements TableVersion {
    private final io.delta.kernel.Snapshot snapshot;
    private final DeltaFolder folder;
    private final LastCommit commit;
    private final TableMetadata metadata;

    DeltaVersion(io.delta.kernel.Snapshot snapshot, DeltaFolder folder) {
        this.snapshot = snapshot;
        this.folder = folder;
        this.commit = LastCommit.of(snapshot);
        Metadata told = snapshot.getMetadata();
        this.metadata = new TableMetadata(
                told.getId(),
                told.getName(),
                told.getDescription(),
                told.getSchemaString(),
                VectorUtils.toJavaList(told.getPartitionColumns()),
                told.getConfiguration());
    }

    @Override
    public long number() {
        return snapshot.getVersion();
    }

    @Override
    public TableMetadata metadata() {
        return metadata;
    }

    @Override
    public Set<String> readerFeatures() {
        return Set.copyOf(snapshot.getProtocol().getReaderFeatures());
    }

    @Override
    public Storage storage() {
        return folder.storage();
    }

    @Override
    public LiveFiles files() {
        // What one pass may read, the next may read as well.
        return new DeltaFiles(snapshot, new DeltaEngine(folder.pass()), folder.path());
    }

    @Override
    public Standing standing() {
        return commit.standing(folder);
    }
}
