package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.plan.ColumnChoice;
import io.outputport.provisioner.plan.WantedPort;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found at the source, in words for the author of the descriptor.
 *
 * @param written the table or view as the descriptor names it
 * @param wanted the port over what was found, with the exact names
 */
record FoundSource(SourceTable written, WantedPort wanted) {
    List<String> sentences() {
        SourceTable exact = wanted.table();
        ColumnChoice columns = wanted.columns();
        List<String> sentences = new ArrayList<>();
        sentences.add("The source has " + exact.schema() + "." + exact.name() + " with "
                + columns.real().size() + " columns.");
        if (!exact.equals(written)) {
            sentences.add("Its exact name is " + full(exact) + ", not " + full(written)
                    + "; there is none of that name, so the exact one is used.");
        }
        List<String> renamed = renamed(columns);
        if (!renamed.isEmpty()) {
            sentences.add(
                    "Consumers see columns under other names than the source has: " + String.join(", ", renamed) + ".");
        }
        return sentences;
    }

    private static List<String> renamed(ColumnChoice columns) {
        return columns.real().stream()
                .filter(columns.graphqlNames()::containsKey)
                .filter(column ->
                        columns.permitted().map(names -> names.contains(column)).orElse(true))
                .map(column -> columns.graphqlNames().get(column) + " for " + column)
                .toList();
    }

    private static String full(SourceTable table) {
        return table.database() + "." + table.schema() + "." + table.name();
    }
}
