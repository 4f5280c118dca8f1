package io.outputport.provisioner.sharing.table;

import java.util.List;
import java.util.Optional;

/**
 * A table as the sharing server found it.
 *
 * @param version empty when its log cannot be read at all
 * @param partitions the columns that it is partitioned by
 * @param features what readers must know, by Delta's names
 * @param problems each keeps consumers from reading it; none, and they can
 */
public record InspectedTable(
        Optional<Long> version,
        List<InspectedColumn> columns,
        List<String> partitions,
        List<String> features,
        List<String> problems) {
    public InspectedTable {
        columns = List.copyOf(columns);
        partitions = List.copyOf(partitions);
        features = List.copyOf(features);
        problems = List.copyOf(problems);
    }

    /** @param type as Delta writes it: a name such as {@code decimal(10,2)}, or JSON of a type that nests */
    public record InspectedColumn(String name, String type, boolean nullable, Optional<String> comment) {}

    public boolean hasDeletionVectors() {
        return features.contains("deletionVectors");
    }
}
