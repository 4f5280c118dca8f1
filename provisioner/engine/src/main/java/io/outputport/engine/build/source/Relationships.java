package io.outputport.engine.build.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.DatabaseTable.ForeignKey;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Follows the relationships of a source: by a foreign key of this table or of the other, or by hand. */
public record Relationships(LiveSource source) {

    /**
     * Where a relationship leads; empty when no foreign key fits.
     *
     * @param own the table that it belongs to
     * @param using as it stands in the metadata
     */
    public Optional<Way> way(TableName own, JsonNode using) {
        SourceKind kind = source.kind();
        JsonNode manual = using.path("manual_configuration");
        if (manual.isObject()) {
            Map<String, String> mapping = new TreeMap<>();
            manual.path("column_mapping")
                    .properties()
                    .forEach(pair -> mapping.put(pair.getKey(), pair.getValue().asText()));
            return Optional.of(new Way(kind.tableName(manual.path("remote_table")), mapping, true));
        }
        JsonNode key = using.path("foreign_key_constraint_on");
        return key.has("table")
                ? fromThere(own, kind.tableName(key.path("table")), columns(key))
                : fromHere(own, columns(key));
    }

    private Optional<Way> fromHere(TableName own, Set<String> columns) {
        return source.table(own)
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> key.columns().keySet().equals(columns))
                        .findFirst()
                        .map(key -> new Way(key.target(), key.columns(), anyNullable(table, key))));
    }

    private Optional<Way> fromThere(TableName own, TableName there, Set<String> columns) {
        List<ForeignKey> keys =
                source.table(there).map(DatabaseTable::foreignKeys).orElse(List.of());
        return keys.stream()
                .filter(key ->
                        key.target().equals(own) && key.columns().keySet().equals(columns))
                .findFirst()
                .map(key -> new Way(there, reversed(key.columns()), true));
    }

    private static boolean anyNullable(DatabaseTable table, ForeignKey key) {
        return table.columns().stream()
                .anyMatch(column -> column.nullable() && key.columns().containsKey(column.name()));
    }

    private static Map<String, String> reversed(Map<String, String> columns) {
        return columns.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private static Set<String> columns(JsonNode key) {
        if (key.isTextual()) {
            return Set.of(key.asText());
        }
        if (key.isObject()) {
            return key.has("column") ? Set.of(key.path("column").asText()) : columns(key.path("columns"));
        }
        Set<String> columns = new HashSet<>();
        key.forEach(column -> columns.add(column.asText()));
        return columns;
    }

    /**
     * Where a relationship leads, and by which columns.
     *
     * @param columns from this table to the other
     */
    public record Way(TableName target, Map<String, String> columns, boolean nullable) {
        public Way {
            columns = Map.copyOf(columns);
        }
    }
}
