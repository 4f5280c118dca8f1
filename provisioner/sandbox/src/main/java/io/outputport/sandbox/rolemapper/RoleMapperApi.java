package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The role mapper's routes: a request in, a reply out, with no knowledge of how they travel. */
final class RoleMapperApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The real one looks up no other way to write it. */
    private static final List<String> AUTHORIZATION = List.of("Authorization", "authorization");

    private final Roles roles;
    private final Webhook webhook;

    RoleMapperApi(Pace pace) {
        roles = new Roles(pace);
        webhook = new Webhook(roles);
    }

    /** {@code PUT /v1/roles} */
    Reply putRole(Fields fields) {
        String role = fields.text("role_id");
        String component = fields.text("component_id");
        List<String> rootFields = fields.texts("graphql_root_field_names");
        if (fields.areFaulty()) {
            return fields.refusal();
        }
        ObjectNode echo = role(role, component);
        echo.set("graphql_root_field_names", array(rootFields));
        return written(roles.put(role, component, rootFields), echo, "Cannot upsert role with role_id " + role);
    }

    /** {@code PUT /v1/user_roles} */
    Reply putUsers(Fields fields) {
        return putMembers(fields, "users", roles::putUsers);
    }

    /** {@code PUT /v1/group_roles} */
    Reply putGroups(Fields fields) {
        return putMembers(fields, "groups", roles::putGroups);
    }

    /** {@code GET /v1/roles/{role_id}} */
    Reply roleById(String roleId) {
        return found(roles.byId(roleId), "role_id " + roleId);
    }

    /** {@code GET /v1/roles/component_id/{component_id}} */
    Reply roleByComponent(String componentId) {
        return found(roles.byComponent(componentId), "component_id " + componentId);
    }

    /** {@code POST /v1/authenticate} */
    Reply authenticate(Fields fields) {
        String authorization = fields.object("headers").header(AUTHORIZATION);
        Fields request = fields.object("request");
        String query = request.text("query");
        request.optionalObject("variables");
        request.optionalText("operationName");
        return fields.areFaulty() ? fields.refusal() : webhook.authenticate(authorization, query);
    }

    /** {@code GET /sandbox/state}: everything the real one has no way to list, and how many writes are at work. */
    Reply state() {
        ArrayNode all = JSON.arrayNode();
        roles.all(RoleMapperApi::row).forEach(all::add);
        return Answer.ok(JSON.objectNode().<ObjectNode>set("roles", all).put("writing", roles.writing()));
    }

    private static Reply putMembers(Fields fields, String what, BiFunction<String, List<String>, Written> write) {
        String role = fields.text("role_id");
        List<String> members = fields.texts(what);
        if (fields.areFaulty()) {
            return fields.refusal();
        }
        ObjectNode echo = JSON.objectNode().put("role_id", role);
        echo.set(what, array(members));
        return written(write.apply(role, members), echo, "Role not found for role_id " + role);
    }

    private static Reply written(Written written, JsonNode echo, String refusal) {
        return switch (written) {
            case DONE -> Answer.ok(echo);
            case REFUSED -> Answer.invalid(refusal);
            case BROKEN -> Answer.broken();
        };
    }

    private static Reply found(Optional<Role> role, String sought) {
        return role.map(row -> Answer.ok(role(row.id, row.componentId)))
                .orElseGet(() -> Answer.text(404, "Role not found for " + sought));
    }

    private static ObjectNode row(Role role) {
        ObjectNode row = role(role.id, role.componentId);
        row.set("graphql_root_field_names", array(role.rootFields));
        row.set("users", array(role.users));
        row.set("groups", array(role.groups));
        return row;
    }

    private static ObjectNode role(String roleId, String componentId) {
        return JSON.objectNode().put("role_id", roleId).put("component_id", componentId);
    }

    private static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
