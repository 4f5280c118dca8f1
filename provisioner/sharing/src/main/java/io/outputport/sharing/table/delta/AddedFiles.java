package io.outputport.sharing.table.delta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.VectorUtils;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.table.FileDescription;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a log says of a file, as what can be handed out. */
final class AddedFiles {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ROWS = "numRecords";

    private final StoragePath table;
    private final DeletionVectors vectors;

    AddedFiles(StoragePath table) {
        this.table = table;
        this.vectors = new DeletionVectors(table);
    }

    DataFile file(AddFile added) {
        Optional<DeletionVector> vector = added.getDeletionVector().map(vectors::vector);
        Optional<String> statistics = added.getStatsJson();
        long deleted = vector.map(DeletionVector::cardinality).orElse(0L);
        return new DataFile(
                path(added.getPath()),
                added.getSize(),
                added.getModificationTime(),
                statistics.flatMap(AddedFiles::rows).map(rows -> rows - deleted),
                FileDescription.of(
                        partitionValues(VectorUtils.toJavaMap(added.getPartitionValues())),
                        added.getSize(),
                        statistics),
                vector);
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

    /** Empty where they are not counted. Statistics that are no JSON are a broken log. */
    private static Optional<Long> rows(String statistics) {
        try (JsonParser fields = JSON.createParser(statistics)) {
            if (fields.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (fields.nextToken() == JsonToken.FIELD_NAME) {
                String field = fields.currentName();
                JsonToken value = fields.nextToken();
                if (field.equals(ROWS)) {
                    return value == JsonToken.VALUE_NUMBER_INT ? Optional.of(fields.getLongValue()) : Optional.empty();
                }
                fields.skipChildren();
            }
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static TableFailure refused(Problem problem) {
        return new TableFailure(problem, false, new IllegalStateException(problem.message()));
    }
}
