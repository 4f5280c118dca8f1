package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.build.source.Relationships;
import io.outputport.engine.build.source.Relationships.Way;
import io.outputport.engine.metadata.document.Dependents.Dependent;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.DatabaseTable.Column;
import io.outputport.engine.source.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What SQL did to the tracked tables of a source. A table counts as dropped when its name is gone; Hasura, which goes
 * by PostgreSQL's object ids, would also follow a table to a new name.
 *
 * @param before the source as the metadata was built on it
 * @param now the same after the SQL
 */
public record TableChanges(Document document, LiveSource before, LiveSource now) {
    private static final List<String> VERBS = List.of("select", "insert", "update", "delete");

    /** Untracks what is gone, and takes out what depended on it or refuses because of it. */
    public void removeOrRefuse(boolean cascade) {
        List<Dependent> found = new ArrayList<>();
        List<TableName> dropped = new ArrayList<>();
        for (JsonNode entry : document.existingSource(before.name()).path("tables")) {
            TableName table = before.kind().tableName(entry.path("table"));
            if (before.table(table).isPresent() && now.table(table).isEmpty()) {
                dropped.add(table);
                found.addAll(Dependents.remotesTo(document, before, table));
            } else if (now.table(table).isPresent()) {
                found.addAll(relationships((ObjectNode) entry, table));
                found.addAll(permissions((ObjectNode) entry, table));
            }
        }
        new Dependents(found).removeOrRefuse(cascade);
        dropped.forEach(table -> document.removeTable(before.name(), before.kind(), table));
    }

    private List<Dependent> relationships(ObjectNode entry, TableName table) {
        List<Dependent> broken = new ArrayList<>();
        for (String list : Dependents.RELATIONSHIPS) {
            for (JsonNode relationship : entry.path(list)) {
                if (leads(before, table, relationship) && !leads(now, table, relationship)) {
                    broken.add(Dependents.relationship(before.kind(), before.name(), entry, list, relationship));
                }
            }
        }
        return broken;
    }

    private static boolean leads(LiveSource source, TableName from, JsonNode relationship) {
        Optional<Way> way = new Relationships(source).way(from, relationship.path("using"));
        return way.isPresent()
                && hasColumns(source.table(from), way.get().columns().keySet())
                && hasColumns(
                        source.table(way.get().target()),
                        Set.copyOf(way.get().columns().values()));
    }

    private static boolean hasColumns(Optional<DatabaseTable> table, Set<String> columns) {
        return table.filter(found ->
                        columns.stream().allMatch(column -> found.column(column).isPresent()))
                .isPresent();
    }

    private List<Dependent> permissions(ObjectNode entry, TableName table) {
        Set<String> gone = columns(before, table);
        gone.removeAll(columns(now, table));
        List<Dependent> broken = new ArrayList<>();
        for (String verb : VERBS) {
            for (JsonNode permission : entry.path(verb + "_permissions")) {
                if (gone.stream().anyMatch(column -> uses(permission.path("permission"), column))) {
                    String text = "permission " + before.kind().text(table) + "."
                            + permission.path("role").asText() + "." + verb + " in source \"" + before.name() + "\"";
                    broken.add(new Dependent(text, Document.list(entry, verb + "_permissions"), permission));
                }
            }
        }
        return broken;
    }

    private static Set<String> columns(LiveSource source, TableName table) {
        return source.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    /** All columns means each of them, also of those that go later. */
    private static boolean uses(JsonNode permission, String column) {
        JsonNode columns = permission.path("columns");
        boolean named = columns.asText().equals("*");
        for (JsonNode one : columns) {
            named |= one.asText().equals(column);
        }
        return named
                || permission.path("filter").findValue(column) != null
                || permission.path("check").findValue(column) != null;
    }
}
