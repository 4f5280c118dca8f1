package io.outputport.provisioner.hasura.source;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was found at the source, in words for the author of the descriptor.
 *
 * @param written the table or view as the descriptor names it
 * @param wanted the port over what was found, with the exact names
 */
public record FoundSource(SourceTable written, WantedPort wanted) {
    /** Which names consumers see in the place of the source's. */
    public Optional<String> otherNames() {
        String names = renamed().entrySet().stream()
                .map(column -> column.getValue() + " for " + column.getKey())
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Consumers see columns under other names than the source has: " + names + ".");
    }

    /** Which table or view it is. */
    public List<String> place() {
        SourceTable exact = wanted.table();
        String found = "The source has " + exact.schema() + "." + exact.name() + " with "
                + wanted.columns().real().size() + " columns.";
        return exact.equals(written)
                ? List.of(found)
                : List.of(
                        found,
                        "Its exact name is " + full(exact) + ", not " + full(written)
                                + "; there is none of that name, so the exact one is used.");
    }

    /** The names in GraphQL of the columns that consumers see under another one than the source has. */
    public Map<String, String> renamed() {
        ColumnChoice columns = wanted.columns();
        Map<String, String> renamed = new LinkedHashMap<>();
        columns.real().stream()
                .filter(columns.graphqlNames()::containsKey)
                .filter(column ->
                        columns.permitted().map(names -> names.contains(column)).orElse(true))
                .forEach(column -> renamed.put(column, columns.graphqlNames().getOrDefault(column, column)));
        return renamed;
    }

    private static String full(SourceTable table) {
        return table.database() + "." + table.schema() + "." + table.name();
    }
}
