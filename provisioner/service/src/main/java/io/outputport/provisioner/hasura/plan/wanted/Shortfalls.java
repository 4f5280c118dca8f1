package io.outputport.provisioner.hasura.plan.wanted;

import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of the descriptor's names consumers will not find, and why, in words for its author. */
public final class Shortfalls {
    private Shortfalls() {}

    public static List<String> of(WantedPort wanted) {
        Map<RootField, String> reasons = Map.of(
                RootField.SELECT_BY_PK,
                        "the source has no primary key whose columns consumers may read (a view never has one)",
                RootField.SELECT_AGGREGATE, "specific.allowAggregations is false",
                RootField.SELECT_STREAM,
                        wanted.dialect().streams()
                                ? "consumers cannot subscribe through the role mapper's webhook"
                                : "Hasura offers streams on PostgreSQL only");
        List<String> sentences = new ArrayList<>();
        for (RootField field : RootField.values()) {
            if (!wanted.offer().fields().contains(field) && reasons.containsKey(field)) {
                sentences.add(
                        "There will be no " + wanted.names().rootFields().get(field) + ": " + reasons.get(field) + ".");
            }
        }
        keptNames(wanted.columns()).ifPresent(sentences::add);
        return sentences;
    }

    private static Optional<String> keptNames(ColumnChoice columns) {
        String names = columns.real().stream()
                .filter(columns.unused()::containsKey)
                .map(column -> columns.shown(column) + " (the contract writes "
                        + columns.unused().get(column) + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Consumers keep the names of columns that they use: " + names
                        + ". To give them those of the contract, write renameColumns: true in specific.");
    }
}
