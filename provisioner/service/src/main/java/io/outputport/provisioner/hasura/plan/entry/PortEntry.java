package io.outputport.provisioner.hasura.plan.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a tracked table says on behalf of one output port. Two entries that are equal make the same API, whatever else
 * the table holds.
 *
 * @param rootFields all four names
 * @param columnNames by the column's name in the database: the name consumers see, where it differs
 * @param columns what the role may read; empty means every column, also those that come later ({@code *})
 * @param restricted whether the permission holds back more than columns: rows, root fields, numbers of rows
 */
public record PortEntry(
        String customName,
        Map<RootField, String> rootFields,
        Optional<String> comment,
        Map<String, String> columnNames,
        String role,
        Optional<Set<String>> columns,
        boolean allowAggregations,
        boolean restricted) {
    public PortEntry {
        rootFields = Map.copyOf(rootFields);
        columnNames = Map.copyOf(columnNames);
        columns = columns.map(Set::copyOf);
    }

    /** The four names in the order in which they are shown. */
    public List<String> names() {
        return List.of(RootField.values()).stream()
                .map(field -> rootFields.getOrDefault(field, field.defaultName(customName)))
                .toList();
    }

    /** The columns that {@code next} would take from the people who use this entry now. */
    public Set<String> columnsLost(PortEntry next, List<String> realColumns) {
        Set<String> lost = columnsOf(this, realColumns);
        lost.removeAll(columnsOf(next, realColumns));
        return lost;
    }

    /** The columns that {@code next} would show the same people under another name: the new name by the old one. */
    public Map<String, String> columnsRenamed(PortEntry next, List<String> realColumns) {
        Set<String> kept = columnsOf(this, realColumns);
        kept.retainAll(columnsOf(next, realColumns));
        Map<String, String> renamed = new TreeMap<>();
        kept.forEach(column -> renamed.put(shown(column), next.shown(column)));
        renamed.entrySet().removeIf(names -> names.getKey().equals(names.getValue()));
        return renamed;
    }

    /** What its role calls those of these columns that it may read, by the name in the database. */
    public Map<String, String> namesOf(List<String> realColumns) {
        Set<String> readable = columnsOf(this, realColumns);
        readable.retainAll(realColumns);
        return readable.stream().collect(Collectors.toMap(column -> column, this::shown));
    }

    private String shown(String column) {
        return columnNames.getOrDefault(column, column);
    }

    private static Set<String> columnsOf(PortEntry entry, List<String> realColumns) {
        return new java.util.TreeSet<>(
                entry.columns.<java.util.Collection<String>>map(set -> set).orElse(realColumns));
    }
}
