package io.outputport.sharing.table.delta;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.types.StructType;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.table.FileDescription;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a log says of a file, as what can be handed out. For one thread. */
final class AddedFiles {
    private final StoragePath table;
    private final DeletionVectors vectors;
    private final FileDescription.Writer descriptions = new FileDescription.Writer();
    private Optional<AddColumns> columns = Optional.empty();

    AddedFiles(StoragePath table) {
        this.table = table;
        this.vectors = new DeletionVectors(table);
    }

    /** @param added as a log's replay gives it */
    DataFile file(Row added) {
        AddColumns at = columns(added.getSchema());
        Optional<DeletionVector> vector = at.vector(added).map(vectors::vector);
        Optional<String> statistics = at.statistics(added);
        long deleted = vector.map(DeletionVector::cardinality).orElse(0L);
        long size = added.getLong(at.size());
        return new DataFile(
                path(added.getString(at.path())),
                size,
                added.getLong(at.modified()),
                statistics.flatMap(RowCount::of).map(rows -> rows - deleted),
                descriptions.write(
                        partitionValues(VectorUtils.toJavaMap(added.getMap(at.partitionValues()))), size, statistics),
                vector);
    }

    /** Looked up once for each schema, which is the same object in all rows of a batch. */
    private AddColumns columns(StructType schema) {
        if (columns.isEmpty() || columns.get().schema() != schema) {
            columns = Optional.of(AddColumns.of(schema));
        }
        return columns.get();
    }

    /** In the log it is an address relative to the table; in clones, one of another table's file. */
    private StoragePath path(String written) {
        return isPlain(written) ? place(written) : place(address(written), written);
    }

    /** What is not escaped anywhere is the path as it stands, which a parser of addresses takes ten times as long to say. */
    private static boolean isPlain(String written) {
        for (int at = 0; at < written.length(); at++) {
            char character = written.charAt(at);
            boolean plain = character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '-' && character <= '9'
                    || character == '='
                    || character == '_';
            if (!plain) {
                return false;
            }
        }
        return !written.startsWith("/");
    }

    private StoragePath place(URI address, String written) {
        if (address.isAbsolute() || address.getRawAuthority() != null || written.startsWith("/")) {
            throw refused(TableProblems.unsupported("names files outside of its folder, as a shallow clone does"));
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw refused(TableProblems.unreadable("its log names a file in a way that is not Delta's"));
        }
        return place(address.getPath());
    }

    private StoragePath place(String path) {
        return table.below(path)
                .<Optional<StoragePath>>match(
                        Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty())
                .orElseThrow(() -> refused(TableProblems.unreadable("its log names a file outside of its folder")));
    }

    private static URI address(String written) {
        try {
            return new URI(written);
        } catch (URISyntaxException notEscaped) {
            throw refused(TableProblems.unreadable("its log names a file in a way that is not Delta's"));
        }
    }

    private static Map<String, Optional<String>> partitionValues(Map<String, @Nullable String> written) {
        Map<String, Optional<String>> values = new TreeMap<>();
        written.forEach(
                (column, value) -> values.put(column, Optional.ofNullable(value).filter(text -> !text.isEmpty())));
        return values;
    }

    static TableFailure refused(Problem problem) {
        return new TableFailure(problem, false, new IllegalStateException(problem.message()));
    }
}
