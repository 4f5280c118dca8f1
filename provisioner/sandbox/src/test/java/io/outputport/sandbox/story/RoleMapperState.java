package io.outputport.sandbox.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Http;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the role mapper holds. */
final class RoleMapperState {
    private final Http http;

    RoleMapperState(URI roleMapper) {
        http = Http.to(roleMapper);
    }

    Optional<Role> of(String componentId) {
        JsonNode roles = http.get("/sandbox/state").json().path("roles");
        return StreamSupport.stream(roles.spliterator(), false)
                .filter(role -> role.path("component_id").asText().equals(componentId))
                .map(Role::of)
                .findFirst();
    }

    /** Everything it holds, as text. */
    String text() {
        return http.get("/sandbox/state").body();
    }

    record Role(String id, List<String> rootFields, List<String> users, List<String> groups) {
        static Role of(JsonNode role) {
            return new Role(
                    role.path("role_id").asText(),
                    texts(role.path("graphql_root_field_names")),
                    texts(role.path("users")),
                    texts(role.path("groups")));
        }

        private static List<String> texts(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }
}
