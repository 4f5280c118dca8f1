package io.outputport.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.refusal.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Roles that are made of others, and of which none may be made of itself. */
final class InheritedRoles {
    private InheritedRoles() {}

    /**
     * By the name of the role, those it is made of.
     *
     * @throws Refused with code cyclic-dependency that names the circle
     */
    static Map<String, Set<String>> of(JsonNode metadata) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        for (JsonNode role : metadata.path("inherited_roles")) {
            Set<String> parents = new HashSet<>();
            role.path("role_set").forEach(parent -> parents.add(parent.asText()));
            roles.put(role.path("role_name").asText(), Set.copyOf(parents));
        }
        roles.keySet().forEach(role -> refuseCircle(roles, new ArrayList<>(List.of(role))));
        return roles;
    }

    private static void refuseCircle(Map<String, Set<String>> roles, List<String> way) {
        for (String parent : new TreeSet<>(roles.getOrDefault(way.get(way.size() - 1), Set.of()))) {
            int start = way.indexOf(parent);
            way.add(parent);
            if (start >= 0) {
                throw Refused.badRequest(
                        "cyclic-dependency",
                        "found cycle(s) in roles: "
                                + way.subList(start, way.size()).stream()
                                        .map(role -> "\"" + role + "\"")
                                        .collect(Collectors.joining(",", "[", "]")));
            }
            refuseCircle(roles, way);
            way.remove(way.size() - 1);
        }
    }
}
