package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Http;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the role mapper holds, and how fast it is; {@code /sandbox/…} exists on the stand-in only. */
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

    /** So many of the next calls of this path meet the fault. */
    void fault(String path, String fault, Duration length, int times) {
        arm("[{\"path\":\"%s\",\"fault\":\"%s\",\"millis\":%d,\"times\":%d}]"
                .formatted(path, fault, length.toMillis(), times));
    }

    boolean hasMetItsFault() {
        return http.get("/sandbox/faults").json().isEmpty();
    }

    /** Fast again, and without a fault. */
    void calm() {
        pace(Duration.ZERO);
        clearFaults();
    }

    /** How many writes are at work, whether or not anybody waits for them. */
    int writing() {
        return http.get("/sandbox/state").json().path("writing").asInt();
    }

    /** Everything it holds, as text. */
    String text() {
        return http.get("/sandbox/state").body();
    }

    /** Everything it holds, and how many writes are at work. */
    JsonNode all() {
        return http.get("/sandbox/state").json();
    }

    /** Makes a role what it was, as {@link #all} lists it. */
    void put(JsonNode role) {
        assertThat(http.put("/v1/roles", role.toString()).status()).isEqualTo(200);
        assertThat(http.put("/v1/user_roles", role.toString()).status()).isEqualTo(200);
        assertThat(http.put("/v1/group_roles", role.toString()).status()).isEqualTo(200);
    }

    /** Its next requests meet these faults. */
    void arm(String faults) {
        assertThat(http.post("/sandbox/faults", faults).status()).as(faults).isEqualTo(200);
    }

    /** Forgets the faults that wait for this text. */
    void disarm(String mentioned) {
        http.delete("/sandbox/faults?mentions=" + mentioned);
    }

    void clearFaults() {
        http.delete("/sandbox/faults");
    }

    /** How long it takes for each row from now on. */
    void pace(Duration perRow) {
        assertThat(http.post("/sandbox/settings", "{\"millisPerRow\":" + perRow.toMillis() + "}")
                        .status())
                .isEqualTo(200);
    }

    record Role(String id, List<String> rootFields, List<String> users, List<String> groups) {
        static Role of(JsonNode role) {
            return new Role(
                    role.path("role_id").asText(),
                    texts(role.path("graphql_root_field_names")),
                    texts(role.path("users")),
                    texts(role.path("groups")));
        }

        List<String> people() {
            return Stream.concat(users.stream(), groups.stream()).toList();
        }

        private static List<String> texts(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }
}
