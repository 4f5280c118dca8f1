package io.outputport.sandbox.rolemapper;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The role mapper's tables, with the constraints and the order of statements of the real ones: rows are written one
 * by one, then unlisted ones are deleted, and nothing is taken back when a statement in between fails.
 */
final class Roles {
    /** Every key column is a VARCHAR(255). */
    private static final int LONGEST = 255;

    private final Map<String, Role> byId = new LinkedHashMap<>();
    /** The component is unique too, and never changes. */
    private final Map<String, Role> byComponent = new HashMap<>();

    synchronized Written put(String roleId, String componentId, List<String> rootFields) {
        Role known = byId.get(roleId);
        if (known != null && !known.componentId.equals(componentId)) {
            return Written.REFUSED;
        }
        if (tooLong(roleId)
                || tooLong(componentId)
                || known == null && byComponent(componentId).isPresent()) {
            return Written.BROKEN;
        }
        Role role = byId.computeIfAbsent(roleId, id -> new Role(id, componentId));
        byComponent.put(componentId, role);
        return replace(role.rootFields, rootFields);
    }

    synchronized Written putUsers(String roleId, List<String> users) {
        return byId(roleId).map(role -> replace(role.users, users)).orElse(Written.REFUSED);
    }

    synchronized Written putGroups(String roleId, List<String> groups) {
        return byId(roleId).map(role -> replace(role.groups, groups)).orElse(Written.REFUSED);
    }

    synchronized Optional<Role> byId(String roleId) {
        return Optional.ofNullable(byId.get(roleId));
    }

    synchronized Optional<Role> byComponent(String componentId) {
        return Optional.ofNullable(byComponent.get(componentId));
    }

    /** The role that covers all of {@code rootFields} by itself and that the user has, directly or through a group. */
    synchronized Optional<String> covering(Collection<String> rootFields, String user, Collection<String> groups) {
        return byId.values().stream()
                .filter(role -> role.isOf(user, groups) && role.rootFields.containsAll(rootFields))
                .map(role -> role.id)
                .findFirst();
    }

    synchronized <T> List<T> all(Function<Role, T> view) {
        return byId.values().stream().map(view).toList();
    }

    private static Written replace(Set<String> rows, List<String> wanted) {
        for (String row : wanted) {
            if (tooLong(row)) {
                return Written.BROKEN;
            }
            rows.add(row);
        }
        rows.retainAll(Set.copyOf(wanted));
        return Written.DONE;
    }

    private static boolean tooLong(String key) {
        return key.codePointCount(0, key.length()) > LONGEST;
    }
}
