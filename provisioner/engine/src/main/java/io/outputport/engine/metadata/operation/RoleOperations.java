package io.outputport.engine.metadata.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.metadata.command.Command;
import io.outputport.engine.metadata.command.Operation;
import io.outputport.engine.metadata.command.Operations;
import io.outputport.engine.metadata.command.Work;
import io.outputport.engine.metadata.document.Document;
import io.outputport.engine.refusal.Refused;

/** Inherited roles. Plain roles need no operation: a permission makes them by naming them. */
public final class RoleOperations {
    private static final String ROLES = "inherited_roles";

    private RoleOperations() {}

    public static void addTo(Operations operations) {
        operations.writes("add_inherited_role", RoleOperations::add);
        operations.writes("drop_inherited_role", RoleOperations::drop);
    }

    private static JsonNode add(Work work, Command command) {
        String name = command.args().text("role_name");
        JsonNode parents = command.args().required("role_set");
        if (!parents.isArray() || parents.isEmpty()) {
            throw Refused.parse("parsing NonEmpty failed, unexpected empty list for the key 'role_set'");
        }
        for (JsonNode parent : parents) {
            if (parent.asText().equals(name)) {
                throw Refused.badRequest("invalid-params", "an inherited role name cannot be in the role combination");
            }
        }
        ArrayNode roles = Document.list(work.metadata(), ROLES);
        Document.remove(roles, role -> role.path("role_name").asText().equals(name));
        roles.addObject().put("role_name", name).set("role_set", parents);
        work.rebuild(Refresh.NONE);
        return Operation.success();
    }

    private static JsonNode drop(Work work, Command command) {
        String name = command.args().text("role_name");
        ArrayNode roles = Document.list(work.metadata(), ROLES);
        if (Document.find(roles, role -> role.path("role_name").asText().equals(name))
                .isEmpty()) {
            throw Refused.badRequest("not-exists", name + " inherited role doesn't exist");
        }
        Document.remove(roles, role -> role.path("role_name").asText().equals(name));
        if (roles.isEmpty()) {
            work.metadata().remove(ROLES);
        }
        work.rebuild(Refresh.NONE);
        return Operation.success();
    }
}
