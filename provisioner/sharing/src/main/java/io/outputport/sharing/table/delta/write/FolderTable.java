package io.outputport.sharing.table.delta.write;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.outputport.sharing.table.delta.engine.DeltaEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A Delta table of the server's own making, in a folder of this machine. */
public final class FolderTable {
    private static final String WRITER = "output-port-sharing";

    private final String folder;
    private final Map<String, ColumnKind> columns;
    private final List<String> partitions;
    private final DeltaEngine engine = new DeltaEngine(new FolderFiles());

    /**
     * @param columns by name, in order
     * @param partitions those of them whose values name folders
     */
    public FolderTable(Path folder, Map<String, ColumnKind> columns, List<String> partitions) {
        this.folder = folder.toAbsolutePath().toString();
        this.columns = new LinkedHashMap<>(columns);
        this.partitions = List.copyOf(partitions);
    }

    /** @param properties such as {@code delta.checkpointInterval} */
    public void create(Map<String, String> properties) {
        StructType schema = new StructType();
        for (Map.Entry<String, ColumnKind> column : columns.entrySet()) {
            schema = schema.add(column.getKey(), column.getValue().type());
        }
        TableManager.buildCreateTableTransaction(folder, schema, WRITER)
                .withTableProperties(properties)
                .withDataLayoutSpec(
                        partitions.isEmpty()
                                ? DataLayoutSpec.noDataLayout()
                                : DataLayoutSpec.partitioned(
                                        partitions.stream().map(Column::new).toList()))
                .build(engine)
                .commit(engine, CloseableIterable.emptyIterable());
    }

    /**
     * Adds rows in one commit, in one file for each combination of partition values.
     *
     * @param rows values in the order of the columns, of the classes that {@link ColumnKind} names
     */
    public void append(List<? extends List<? extends @Nullable Object>> rows) throws IOException {
        Transaction transaction = TableManager.loadSnapshot(folder)
                .build(engine)
                .buildUpdateTableTransaction(WRITER, Operation.WRITE)
                .build(engine);
        CloseableIterator<Row> actions =
                Utils.toCloseableIterator(List.<Row>of().iterator());
        for (Part part : parts(rows).values()) {
            actions = actions.combine(written(transaction, part));
        }
        transaction.commit(engine, CloseableIterable.inMemoryIterable(actions));
    }

    /** Writes the whole version into one file, so that readers need not go through the log before it. */
    public void checkpoint() throws IOException {
        TableManager.loadSnapshot(folder).build(engine).writeCheckpoint(engine);
    }

    /** What goes into one file. */
    private record Part(Map<String, Literal> partition, List<List<Literal>> rows) {}

    private Map<List<@Nullable Object>, Part> parts(List<? extends List<? extends @Nullable Object>> rows) {
        Map<List<@Nullable Object>, Part> parts = new LinkedHashMap<>();
        List<String> names = List.copyOf(columns.keySet());
        for (List<? extends @Nullable Object> row : rows) {
            List<Literal> literals = IntStream.range(0, names.size())
                    .mapToObj(at -> kind(names.get(at)).literal(row.get(at)))
                    .toList();
            Map<String, Literal> partition = new LinkedHashMap<>();
            partitions.forEach(name -> partition.put(name, literals.get(names.indexOf(name))));
            List<@Nullable Object> key = new ArrayList<>();
            partition.values().forEach(value -> key.add(value.getValue()));
            parts.computeIfAbsent(key, none -> new Part(partition, new ArrayList<>()))
                    .rows()
                    .add(literals);
        }
        return parts;
    }

    private ColumnKind kind(String column) {
        return Optional.ofNullable(columns.get(column)).orElseThrow();
    }

    private CloseableIterator<Row> written(Transaction transaction, Part part) throws IOException {
        Row state = transaction.getTransactionState(engine);
        CloseableIterator<FilteredColumnarBatch> physical = Transaction.transformLogicalData(
                engine,
                state,
                Utils.singletonCloseableIterator(batch(transaction.getSchema(engine), part.rows())),
                part.partition());
        DataWriteContext context = Transaction.getWriteContext(engine, state, part.partition());
        CloseableIterator<DataFileStatus> files = engine.getParquetHandler()
                .writeParquetFiles(context.getTargetDirectory(), physical, context.getStatisticsColumns());
        return Transaction.generateAppendActions(engine, state, files, context);
    }

    private static FilteredColumnarBatch batch(StructType schema, List<List<Literal>> rows) {
        ColumnVector[] vectors = IntStream.range(0, schema.length())
                .mapToObj(at -> new RowVector(
                        schema.at(at).getDataType(),
                        rows.stream().map(row -> row.get(at)).toList()))
                .toArray(ColumnVector[]::new);
        return new FilteredColumnarBatch(new DefaultColumnarBatch(rows.size(), schema, vectors), Optional.empty());
    }
}
