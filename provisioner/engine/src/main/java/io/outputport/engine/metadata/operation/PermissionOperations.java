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
import io.outputport.engine.metadata.document.NameShape;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.Session;
import java.util.List;

/**
 * Creating and dropping permissions; there is no way to change one. Only those for select are looked into: the engine
 * has no mutations, and keeps the others because neighbours have them.
 */
public record PermissionOperations(String verb) {
    public static void addTo(Operations operations) {
        for (String verb : List.of("select", "insert", "update", "delete")) {
            PermissionOperations permissions = new PermissionOperations(verb);
            operations.kindWrites(
                    "create_" + verb + "_permission", (work, args, kind) -> permissions.create(work, args));
            operations.kindWrites("drop_" + verb + "_permission", (work, args, kind) -> permissions.drop(work, args));
        }
    }

    private JsonNode create(Work work, Args args) {
        TableRef table = TableRef.of(work, args);
        String role = args.text("role");
        NameShape.checkRole(role);
        JsonNode permission = args.required("permission");
        if (verb.equals("select")) {
            NameShape.checkPermission(permission);
        }
        ArrayNode permissions = Document.list(table.trackedEntry(), verb + "_permissions");
        if (role.equals(Session.ADMIN) || has(permissions, role)) {
            throw Refused.badRequest(
                    "already-exists",
                    verb + " permission already defined on table " + table.text() + " with role \"" + role + "\"");
        }
        ObjectNode entry = permissions.addObject().put("role", role);
        entry.set("permission", permission);
        args.optional("comment").ifPresent(comment -> entry.set("comment", comment));
        return built(work, table, role);
    }

    private JsonNode drop(Work work, Args args) {
        TableRef table = TableRef.of(work, args);
        String role = args.text("role");
        ArrayNode permissions = Document.list(table.trackedEntry(), verb + "_permissions");
        if (!has(permissions, role)) {
            throw Refused.badRequest(
                    "permission-denied",
                    "'" + verb + "' permission on " + table.text() + " for role \"" + role + "\" does not exist");
        }
        Document.remove(permissions, entry -> entry.path("role").asText().equals(role));
        return built(work, table, role);
    }

    private static JsonNode built(Work work, TableRef table, String role) {
        String name = Inconsistency.nameOfSelectPermission(table.source(), table.kind(), table.name(), role);
        work.rebuildFor(name, Refresh.NONE);
        return Operation.success();
    }

    private static boolean has(ArrayNode permissions, String role) {
        return Document.find(permissions, entry -> entry.path("role").asText().equals(role))
                .isPresent();
    }
}
