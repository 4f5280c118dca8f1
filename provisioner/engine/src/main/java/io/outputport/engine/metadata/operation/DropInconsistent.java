package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.metadata.command.Command;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.Document;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.SourceKinds;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code drop_inconsistent_metadata}: takes out whatever is inconsistent now, whoever it belongs to. */
public record DropInconsistent(SourceKinds kinds) {
    public static void addTo(Operations operations, SourceKinds kinds) {
        operations.writes("drop_inconsistent_metadata", new DropInconsistent(kinds)::drop);
    }

    private JsonNode drop(Work work, Command command) {
        Set<String> names =
                work.built().inconsistencies().stream().map(Inconsistency::name).collect(Collectors.toSet());
        Document.remove(
                work.document().sources(),
                source -> names.contains(
                        Inconsistency.nameOfSource(source.path("name").asText())));
        SourceKinds all = kinds.including(work.metadata());
        for (JsonNode source : work.document().sources()) {
            all.named(source.path("kind").asText()).ifPresent(kind -> clean((ObjectNode) source, kind, names));
        }
        work.rebuild(Refresh.NONE);
        return Operation.success();
    }

    private static void clean(ObjectNode source, SourceKind kind, Set<String> names) {
        String name = source.path("name").asText();
        Predicate<JsonNode> isOut =
                table -> names.contains(Inconsistency.nameOfTable(name, kind, kind.tableName(table.path("table"))));
        Document.remove(Document.list(source, "tables"), isOut);
        for (JsonNode table : source.path("tables")) {
            var of = kind.tableName(table.path("table"));
            ObjectNode entry = (ObjectNode) table;
            Document.remove(
                    Document.list(entry, "select_permissions"),
                    one -> names.contains(Inconsistency.nameOfSelectPermission(
                            name, kind, of, one.path("role").asText())));
            for (boolean toOne : new boolean[] {true, false}) {
                Document.remove(
                        Document.list(entry, toOne ? "object_relationships" : "array_relationships"),
                        one -> names.contains(Inconsistency.nameOfRelationship(
                                name, kind, of, one.path("name").asText(), toOne)));
            }
        }
    }
}
