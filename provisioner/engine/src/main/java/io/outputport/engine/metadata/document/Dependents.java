package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.build.source.Relationships;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The relationships of other tables that lead to a table or a source, and would lead nowhere without it. */
public record Dependents(List<Dependent> found) {
    static final List<String> RELATIONSHIPS = List.of("object_relationships", "array_relationships");

    /** Those of other sources. */
    public static Dependents ofSource(Document document, String source) {
        List<Dependent> found = new ArrayList<>();
        for (JsonNode other : document.sources()) {
            if (!other.path("name").asText().equals(source)) {
                other.path("tables")
                        .forEach(table -> remote(
                                        other,
                                        table,
                                        target -> target.path("source").asText().equals(source))
                                .forEach(found::add));
            }
        }
        return new Dependents(found);
    }

    /** Those of other tables, in its source and in others. */
    public static Dependents ofTable(Document document, LiveSource source, TableName table) {
        List<Dependent> found = new ArrayList<>();
        for (JsonNode entry : document.existingSource(source.name()).path("tables")) {
            if (!source.kind().tableName(entry.path("table")).equals(table)) {
                found.addAll(local(source, entry, table));
            }
        }
        found.addAll(remotesTo(document, source, table));
        return new Dependents(found);
    }

    /** Those that lead there from any source without a foreign key. */
    static List<Dependent> remotesTo(Document document, LiveSource source, TableName table) {
        SourceKind kind = source.kind();
        List<Dependent> found = new ArrayList<>();
        for (JsonNode other : document.sources()) {
            for (JsonNode entry : other.path("tables")) {
                found.addAll(remote(
                        other,
                        entry,
                        target -> target.path("source").asText().equals(source.name())
                                && kind.tableName(target.path("table")).equals(table)));
            }
        }
        return found;
    }

    /** Those that do not belong to one of these tables. */
    public Dependents without(Set<String> leaving) {
        return new Dependents(found.stream()
                .filter(dependent -> !leaving.contains(dependent.table()))
                .toList());
    }

    /** @throws Refused with code dependency-error that names them, unless they may be removed */
    public void removeOrRefuse(boolean cascade) {
        if (!cascade && !found.isEmpty()) {
            throw Refused.badRequest(
                    "dependency-error",
                    "cannot drop due to the following dependent objects: "
                            + found.stream().map(Dependent::text).collect(Collectors.joining(", ")));
        }
        found.forEach(dependent -> Document.remove(dependent.list(), one -> one.equals(dependent.entry())));
    }

    private static List<Dependent> local(LiveSource source, JsonNode entry, TableName target) {
        List<Dependent> found = new ArrayList<>();
        TableName own = source.kind().tableName(entry.path("table"));
        for (String list : RELATIONSHIPS) {
            for (JsonNode relationship : entry.path(list)) {
                if (new Relationships(source)
                        .way(own, relationship.path("using"))
                        .filter(way -> way.target().equals(target))
                        .isPresent()) {
                    found.add(relationship(source.kind(), source.name(), entry, list, relationship));
                }
            }
        }
        return found;
    }

    private static List<Dependent> remote(JsonNode source, JsonNode entry, Predicate<JsonNode> leadsThere) {
        List<Dependent> found = new ArrayList<>();
        for (JsonNode relationship : entry.path("remote_relationships")) {
            if (leadsThere.test(relationship.path("definition").path("to_source"))) {
                String text = "remote_relationship " + relationship.path("name").asText() + " in source \""
                        + source.path("name").asText() + "\"";
                found.add(new Dependent(text, Document.list((ObjectNode) entry, "remote_relationships"), relationship));
            }
        }
        return found;
    }

    static Dependent relationship(SourceKind kind, String source, JsonNode entry, String list, JsonNode relationship) {
        String text = "relationship " + kind.text(kind.tableName(entry.path("table"))) + "."
                + relationship.path("name").asText() + " in source \"" + source + "\"";
        String table = Inconsistency.nameOfTable(source, kind, kind.tableName(entry.path("table")));
        return new Dependent(table, text, Document.list((ObjectNode) entry, list), relationship);
    }

    /** @param table that it belongs to; empty where that does not matter */
    record Dependent(String table, String text, ArrayNode list, JsonNode entry) {
        Dependent(String text, ArrayNode list, JsonNode entry) {
            this("", text, list, entry);
        }
    }
}
