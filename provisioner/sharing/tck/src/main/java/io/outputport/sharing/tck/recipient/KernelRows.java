package io.outputport.sharing.tck.recipient;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rows of a table in a folder, each as a text. */
final class KernelRows {
    private final Engine engine = new LocalEngine();

    /** In the order of the texts. */
    List<String> read(Path table) throws IOException {
        Snapshot snapshot = TableManager.loadSnapshot(table.toString()).build(engine);
        Scan scan = snapshot.getScanBuilder().build();
        Row state = scan.getScanState(engine);
        List<String> rows = new ArrayList<>();
        try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(engine))) {
            while (files.hasNext()) {
                read(state, snapshot.getSchema(), files.next(), rows);
            }
        }
        rows.sort(null);
        return rows;
    }

    private void read(Row state, StructType schema, Row file, List<String> rows) throws IOException {
        CloseableIterator<ColumnarBatch> physical = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                        ScanStateRow.getPhysicalDataReadSchema(state),
                        Optional.empty())
                .map(FileReadResult::getData);
        try (CloseableIterator<FilteredColumnarBatch> logical =
                Scan.transformPhysicalData(engine, state, file, physical)) {
            while (logical.hasNext()) {
                add(logical.next(), schema, rows);
            }
        }
    }

    /** @param schema with the names that columns have by now; below the first level Kernel leaves those of the files */
    private static void add(FilteredColumnarBatch batch, StructType schema, List<String> rows) {
        ColumnarBatch data = batch.getData();
        for (int row = 0; row < data.getSize(); row++) {
            if (isSelected(batch, row)) {
                rows.add(ValueText.row(data, schema, row));
            }
        }
    }

    private static boolean isSelected(FilteredColumnarBatch batch, int row) {
        return batch.getSelectionVector()
                .map(selected -> !selected.isNullAt(row) && selected.getBoolean(row))
                .orElse(true);
    }
}
