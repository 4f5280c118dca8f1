package io.outputport.engine.build.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.build.source.Relationships;
import io.outputport.engine.build.source.Relationships.Way;
import io.outputport.engine.schema.TrackedTable.Relationship;
import io.outputport.engine.schema.TrackedTable.Relationship.Kind;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The relationships of one table to others of its source.
 *
 * @param tracked the tables of the source that the metadata names and that exist
 * @param notes takes what does not fit
 */
record RelationshipBuilder(LiveSource source, Set<TableName> tracked, Consumer<Inconsistency> notes) {

    List<Relationship> build(DatabaseTable table, List<TrackedColumn> columns, JsonNode entry) {
        List<Relationship> built = new ArrayList<>();
        for (JsonNode one : entry.path("object_relationships")) {
            add(built, table, one, Kind.OBJECT);
        }
        for (JsonNode one : entry.path("array_relationships")) {
            add(built, table, one, Kind.ARRAY);
        }
        return built.stream()
                .filter(relationship -> isFree(table, columns, entry, relationship))
                .toList();
    }

    /** Where a column has the name already, the relationship gives way. */
    private boolean isFree(
            DatabaseTable table, List<TrackedColumn> columns, JsonNode entry, Relationship relationship) {
        Optional<String> conflict = columns.stream()
                .filter(column -> column.graphqlName().equals(relationship.name()))
                .findFirst()
                .map(column -> column.databaseName().equals(relationship.name())
                        ? "field definition conflicts with postgres column"
                        : "field definition conflicts with custom field name for postgres column \""
                                + column.databaseName() + "\"");
        conflict.ifPresent(reason -> note(table, definition(entry, relationship), relationship.kind(), reason));
        return conflict.isEmpty();
    }

    private void note(DatabaseTable table, JsonNode definition, Kind kind, String reason) {
        notes.accept(Inconsistency.relationship(
                source.name(), source.kind(), table.name(), definition, kind == Kind.OBJECT, reason));
    }

    private static JsonNode definition(JsonNode entry, Relationship relationship) {
        for (JsonNode one :
                entry.path(relationship.kind() == Kind.OBJECT ? "object_relationships" : "array_relationships")) {
            if (one.path("name").asText().equals(relationship.name())) {
                return one;
            }
        }
        throw new IllegalStateException("no definition of relationship " + relationship.name());
    }

    private void add(List<Relationship> built, DatabaseTable table, JsonNode one, Kind kind) {
        try {
            built.add(relationship(table, one, kind));
        } catch (Unfit unfit) {
            String context = "in table \"" + source.kind().text(table.name()) + "\": in relationship \""
                    + one.path("name").asText() + "\": ";
            note(table, one, kind, context + unfit.reason());
        }
    }

    private Relationship relationship(DatabaseTable table, JsonNode one, Kind kind) throws Unfit {
        Way way = new Relationships(source)
                .way(table.name(), one.path("using"))
                .orElseThrow(() -> new Unfit("no foreign constraint exists on the given column(s)"));
        DatabaseTable target = source.table(way.target())
                .filter(found -> tracked.contains(found.name()))
                .orElseThrow(() -> new Unfit("table \"" + source.kind().text(way.target())
                        + "\" does not exist in source: " + source.name()));
        for (var pair : way.columns().entrySet()) {
            requireColumn(table, pair.getKey());
            requireColumn(target, pair.getValue());
        }
        return new Relationship(
                one.path("name").asText(), kind, target.schema(), target.relation(), way.columns(), way.nullable());
    }

    private static void requireColumn(DatabaseTable table, String column) throws Unfit {
        if (table.column(column).isEmpty()) {
            throw new Unfit("\"" + column + "\" does not exist");
        }
    }
}
