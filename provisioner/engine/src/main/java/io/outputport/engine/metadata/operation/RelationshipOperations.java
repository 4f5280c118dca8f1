package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.Args;
import io.outputport.engine.metadata.document.Document;
import io.outputport.engine.refusal.Refused;
import java.util.List;
import java.util.Optional;

/** Creating, renaming and dropping relationships inside a source. */
public final class RelationshipOperations {
    private static final String TO_ONE = "object_relationships";
    private static final String TO_MANY = "array_relationships";

    private RelationshipOperations() {}

    public static void addTo(Operations operations) {
        operations.kindWrites("create_object_relationship", (work, args, kind) -> create(work, args, TO_ONE));
        operations.kindWrites("create_array_relationship", (work, args, kind) -> create(work, args, TO_MANY));
        operations.kindWrites("drop_relationship", (work, args, kind) -> drop(work, args));
        operations.kindWrites("rename_relationship", (work, args, kind) -> rename(work, args));
    }

    private static JsonNode create(Work work, Args args, String list) {
        TableRef table = TableRef.of(work, args);
        String name = args.text("name");
        ObjectNode entry = table.trackedEntry();
        refuseTaken(work, table, entry, name);
        ObjectNode relationship = Document.list(entry, list).addObject().put("name", name);
        relationship.set("using", args.required("using"));
        args.optional("comment").ifPresent(comment -> relationship.set("comment", comment));
        String object =
                Inconsistency.nameOfRelationship(table.source(), table.kind(), table.name(), name, list.equals(TO_ONE));
        work.rebuildFor(object, Refresh.NONE);
        return Operation.success();
    }

    private static JsonNode drop(Work work, Args args) {
        TableRef table = TableRef.of(work, args);
        String name = args.text("relationship");
        ObjectNode entry = table.trackedEntry();
        existing(entry, name);
        for (String list : List.of(TO_ONE, TO_MANY)) {
            Document.remove(
                    Document.list(entry, list), one -> one.path("name").asText().equals(name));
        }
        work.rebuildFor(table.nameInInconsistencies(), Refresh.NONE);
        return Operation.success();
    }

    private static JsonNode rename(Work work, Args args) {
        TableRef table = TableRef.of(work, args);
        ObjectNode entry = table.trackedEntry();
        ObjectNode relationship = existing(entry, args.text("name"));
        refuseTaken(work, table, entry, args.text("new_name"));
        relationship.put("name", args.text("new_name"));
        work.rebuildFor(table.nameInInconsistencies(), Refresh.NONE);
        return Operation.success();
    }

    private static void refuseTaken(Work work, TableRef table, ObjectNode entry, String name) {
        var tracked = work.built().table(table.source(), table.name());
        boolean column = tracked.stream()
                .flatMap(found -> found.columns().stream())
                .anyMatch(one -> one.graphqlName().equals(name));
        if (column || find(entry, name).isPresent()) {
            throw Refused.badRequest(
                    "already-exists", "field with name \"" + name + "\" already exists in table " + table.text());
        }
    }

    private static ObjectNode existing(ObjectNode entry, String name) {
        return find(entry, name)
                .orElseThrow(() -> Refused.badRequest("not-exists", "relationship \"" + name + "\" does not exist"));
    }

    private static Optional<ObjectNode> find(ObjectNode entry, String name) {
        ArrayNode toMany = Document.list(entry, TO_MANY);
        return Document.find(
                        Document.list(entry, TO_ONE),
                        one -> one.path("name").asText().equals(name))
                .or(() -> Document.find(toMany, one -> one.path("name").asText().equals(name)));
    }
}
