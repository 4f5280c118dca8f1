package io.outputport.sandbox.predecessor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Does what the predecessor does to Hasura and the role mapper, in its order. Every method waits for each answer before
 * the next request, and ends with {@link CallFailed} at the first one that is neither good nor taken for good.
 */
public final class Predecessor {
    private final JsonCalls hasura;
    private final JsonCalls roleMapper;

    public Predecessor(URI hasura, String adminSecret, URI roleMapper) {
        this.hasura = new JsonCalls(hasura, Map.of("X-Hasura-Admin-Secret", adminSecret));
        this.roleMapper = new JsonCalls(roleMapper, Map.of());
    }

    /** Three schema builds for a new port. What is there already is taken for good, even if it is not the same. */
    public void provision(OldPort port) {
        metadata(port.kind() + "_add_source", port.addSource(), "already-exists");
        metadata(port.kind() + "_track_table", port.trackTable(), "already-tracked");
        roleMapper.put("/v1/roles", port.mapRole());
        metadata(port.kind() + "_create_select_permission", port.createPermission(), "already-exists");
    }

    /** Takes away the table and its permission only: source, role, users and groups stay. */
    public void unprovision(OldPort port) {
        metadata(port.kind() + "_untrack_table", port.untrackTable(), "already-untracked");
    }

    /** Users first, then groups; what is neither is passed over without a word. */
    public void updateAcl(OldPort port, List<String> refs) {
        String role = roleMapper
                .get("/v1/roles/component_id/" + port.componentId())
                .path("role_id")
                .asText();
        roleMapper.put("/v1/user_roles", members(role, "users", refs, "user:"));
        roleMapper.put("/v1/group_roles", members(role, "groups", refs, "group:"));
    }

    private void metadata(String type, ObjectNode args, String takenForGood) {
        ObjectNode command = JsonNodeFactory.instance.objectNode().put("type", type);
        command.set("args", args);
        hasura.post("/v1/metadata", command, takenForGood);
    }

    private static ObjectNode members(String role, String key, List<String> refs, String prefix) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("role_id", role);
        ArrayNode members = body.putArray(key);
        // The role mapper of the predecessor knows subjects by the whole reference.
        refs.stream().filter(ref -> ref.startsWith(prefix)).forEach(members::add);
        return body;
    }
}
