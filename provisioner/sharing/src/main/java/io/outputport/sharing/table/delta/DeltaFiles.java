package io.outputport.sharing.table.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;

/** The files of a version, as the replay of its log names them: added, and not removed since. */
final class DeltaFiles implements LiveFiles {
    private final CloseableIterator<FilteredColumnarBatch> batches;
    private final CloseableIterator<Row> rows;
    private final AddedFiles added;

    DeltaFiles(Snapshot snapshot, Engine engine, StoragePath table) {
        this.added = new AddedFiles(table);
        try {
            this.batches = snapshot.getScanBuilder().build().getScanFiles(engine, true);
            this.rows = Utils.intoRows(batches);
        } catch (RuntimeException failed) {
            throw DeltaFailure.of(failed);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (RuntimeException failed) {
            throw DeltaFailure.of(failed);
        }
    }

    @Override
    public DataFile next() {
        try {
            return added.file(rows.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
        } catch (RuntimeException failed) {
            throw DeltaFailure.of(failed);
        }
    }

    @Override
    public void close() {
        Utils.closeCloseablesSilently(rows, batches);
    }
}
