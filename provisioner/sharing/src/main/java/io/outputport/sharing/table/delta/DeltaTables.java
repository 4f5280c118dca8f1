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
import io.outputport.sharing.table.delta.engine.TableFiles;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Opens Delta tables in the storages of this server. */
@Singleton
public final class DeltaTables implements Tables {
    private final Storages storages;

    public DeltaTables(Storages storages) {
        this.storages = storages;
    }

    @Override
    public Outcome<Snapshot> latest(TableLocation location) {
        Optional<Storage> storage = storages.find(location.storage());
        return storage.isEmpty()
                ? Outcome.stopped(TableProblems.storage())
                : StoragePath.parse(location.path()).then(path -> open(storage.get(), path));
    }

    private static Outcome<Snapshot> open(Storage storage, StoragePath table) {
        TableFiles files = new TableFiles(storage, table);
        DeltaEngine engine = new DeltaEngine(files);
        try {
            return Outcome.done(
                    new DeltaSnapshot(TableManager.loadSnapshot(files.root()).build(engine), engine, storage, table));
        } catch (RuntimeException failed) {
            return DeltaFailure.outcome(failed);
        }
    }
}
