package io.outputport.sharing.table.delta;

import io.delta.kernel.TableManager;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.Storages;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tables;
import io.outputport.sharing.table.delta.engine.DeltaEngine;
import io.outputport.sharing.table.delta.engine.ReadBudget;
import io.outputport.sharing.table.delta.engine.TableFiles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens Delta tables in the storages of this server. */
@Singleton
public final class DeltaTables implements Tables {
    private final Storages storages;
    private final long longestLog;

    @Inject
    public DeltaTables(Storages storages) {
        this(storages, ReadBudget.USUAL);
    }

    DeltaTables(Storages storages, long longestLog) {
        this.storages = storages;
        this.longestLog = longestLog;
    }

    @Override
    public Outcome<Snapshot> latest(TableLocation location) {
        Optional<Storage> storage = storages.find(location.storage());
        return storage.isEmpty()
                ? Outcome.stopped(TableProblems.storage())
                : StoragePath.parse(location.path()).then(path -> open(storage.get(), path));
    }

    private Outcome<Snapshot> open(Storage storage, StoragePath table) {
        Supplier<TableFiles> pass = () -> new TableFiles(storage, table, new ReadBudget(longestLog));
        TableFiles files = pass.get();
        try {
            io.delta.kernel.Snapshot snapshot =
                    TableManager.loadSnapshot(TableFiles.ROOT).build(new DeltaEngine(files));
            return Outcome.done(new DeltaSnapshot(snapshot, pass, storage, table));
        } catch (RuntimeException failed) {
            return DeltaFailure.outcome(failed);
        }
    }
}
