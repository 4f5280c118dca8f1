package io.outputport.sandbox.snowflake.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.Schema;

/** Rows as one stream of Arrow's IPC format with one batch, or none for no rows; the memory outside the heap is given back at once. */
final class ArrowRows {
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private ArrowRows() {}

    static byte[] write(ResultTable table) {
        Schema schema =
                new Schema(table.columns().stream().map(ArrowColumn::field).toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BufferAllocator memory = new RootAllocator(MOST_BYTES);
                VectorSchemaRoot root = VectorSchemaRoot.create(schema, memory);
                ArrowStreamWriter stream = new ArrowStreamWriter(root, null, bytes)) {
            root.allocateNew();
            fill(root, table);
            stream.start();
            if (!table.rows().isEmpty()) {
                stream.writeBatch();
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing but memory is written to", impossible);
        }
        return bytes.toByteArray();
    }

    private static void fill(VectorSchemaRoot root, ResultTable table) {
        for (int row = 0; row < table.rows().size(); row++) {
            List<Optional<Object>> cells = table.rows().get(row);
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).isPresent()) {
                    ArrowColumn.set(
                            root.getVector(i),
                            table.columns().get(i),
                            row,
                            cells.get(i).get());
                }
            }
        }
        root.setRowCount(table.rows().size());
    }
}
