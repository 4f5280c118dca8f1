package io.outputport.sharing.predicate;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.share.RowFilter;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.TableProblems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which files of a table a recipient is granted at all: those whose partition values are what its filter says. Values are
 * compared as texts, as the log writes them; null is equal to nothing.
 */
public final class PartitionFilter {
    private final Map<String, Optional<String>> granted;

    private PartitionFilter(Map<String, Optional<String>> granted) {
        this.granted = granted;
    }

    /** Stopped where the table is not partitioned by what the filter names: its files hold rows of all. */
    public static Outcome<PartitionFilter> of(RowFilter filter, Map<String, String> properties, TableMetadata table) {
        if (filter.isEmpty()) {
            return Outcome.done(new PartitionFilter(Map.of()));
        }
        Columns columns = new Columns(table);
        Map<String, Optional<String>> granted = new HashMap<>();
        for (String name : filter.columns()) {
            Optional<Column> column = columns.named(name).filter(Column::partitions);
            if (column.isEmpty()) {
                return Outcome.stopped(
                        TableProblems.unsupported("is shared in part, by a column that it is not partitioned by"));
            }
            granted.put(column.get().physical(), filter.value(name, properties));
        }
        return Outcome.done(new PartitionFilter(granted));
    }

    /** Whether every file is granted, whatever its values. */
    public boolean grantsAll() {
        return granted.isEmpty();
    }

    public boolean grants(DataFile file) {
        if (granted.isEmpty()) {
            return true;
        }
        Map<String, Optional<String>> values = file.partitionValues();
        return granted.entrySet().stream()
                .allMatch(one -> one.getValue().isPresent() && one.getValue().equals(values.get(one.getKey())));
    }
}
