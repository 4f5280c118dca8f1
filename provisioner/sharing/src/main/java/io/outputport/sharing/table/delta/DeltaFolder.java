package io.outputport.sharing.table.delta;

import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.delta.engine.ReadBudget;
import io.outputport.sharing.table.delta.engine.TableFiles;

/** Where a Delta table lies, and how much of it is read at a time. */
record DeltaFolder(Storage storage, StoragePath path, ReadBudget.Limits limits) {
    /** Its files, for one pass over the log. */
    TableFiles pass() {
        return new TableFiles(storage, path, new ReadBudget(limits));
    }

    StoragePath commit(long version) {
        return path.child("_delta_log").child("%020d.json".formatted(version));
    }
}
