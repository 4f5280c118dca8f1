package io.outputport.sharing.table.delta.write;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.local.LocalRoots;
import io.outputport.sharing.table.delta.engine.DeltaEngine;
import io.outputport.sharing.table.delta.engine.ReadBudget;
import io.outputport.sharing.table.delta.engine.TableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** All rows of a Delta table in a folder, as Delta Kernel reads them: the truth that an answer is compared with. */
public final class KernelReader {

    /** In the form of an address, in which alone Kernel reads vectors of deleted rows. */
    private static DeltaEngine over(Path folder) {
        Settings settings = Settings.of(Map.of("SHARING_STORAGE_ALL", folder.toString()));
        Storage storage = new LocalRoots(settings, new SigningKey(new byte[32]))
                .find("all")
                .orElseThrow();
        return new DeltaEngine(new TableFiles(storage, StoragePath.ROOT, new ReadBudget(ReadBudget.Limits.usual())));
    }

    public List<List<Object>> rows(Path folder) throws IOException {
        DeltaEngine engine = over(folder);
        Snapshot snapshot = TableManager.loadSnapshot(TableFiles.ROOT).build(engine);
        Scan scan = snapshot.getScanBuilder().build();
        Row state = scan.getScanState(engine);
        List<List<Object>> rows = new ArrayList<>();
        try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(engine))) {
            while (files.hasNext()) {
                read(engine, state, files.next(), rows);
            }
        }
        return rows;
    }

    private static void read(DeltaEngine engine, Row state, Row file, List<List<Object>> rows) throws IOException {
        CloseableIterator<ColumnarBatch> physical = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                        ScanStateRow.getPhysicalDataReadSchema(state),
                        Optional.empty())
                .map(FileReadResult::getData);
        try (CloseableIterator<FilteredColumnarBatch> logical =
                Scan.transformPhysicalData(engine, state, file, physical)) {
            while (logical.hasNext()) {
                add(logical.next(), rows);
            }
        }
    }

    private static void add(FilteredColumnarBatch batch, List<List<Object>> rows) {
        ColumnarBatch data = batch.getData();
        IntStream.range(0, data.getSize())
                .filter(row -> batch.getSelectionVector()
                        .map(selected -> !selected.isNullAt(row) && selected.getBoolean(row))
                        .orElse(true))
                .mapToObj(row -> values(data, row))
                .forEach(rows::add);
    }

    private static List<Object> values(ColumnarBatch data, int row) {
        List<Object> values = new ArrayList<>();
        for (int at = 0; at < data.getSchema().length(); at++) {
            values.add(VectorUtils.getValueAsObject(
                    data.getColumnVector(at), data.getSchema().at(at).getDataType(), row));
        }
        return values;
    }
}
