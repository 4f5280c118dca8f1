package io.outputport.sandbox.rolemapper;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The role mapper's tables, with the constraints and the order of statements of the real ones: rows are written one
 * by one, then unlisted ones are deleted, and nothing is taken back when a statement in between fails. Nothing holds
 * two writes apart: what an older one still writes comes on top of a newer one.
 */
final class Roles {
    /** Every key column is a VARCHAR(255). */
    private static final int LONGEST = 255;

    private final Pace pace;
    private final AtomicInteger writing = new AtomicInteger();
    private final Map<String, Role> byId = new LinkedHashMap<>();
    /** The component is unique too, and never changes. */
    private final Map<String, Role> byComponent = new HashMap<>();

    Roles(Pace pace) {
        this.pace = pace;
    }

    Written put(String roleId, String componentId, List<String> rootFields) {
        return working(() -> {
            Written role = putRole(roleId, componentId);
            return role == Written.DONE ? replace(rowsOf(roleId, row -> row.rootFields), rootFields) : role;
        });
    }

    Written putUsers(String roleId, List<String> users) {
        return putMembers(roleId, users, role -> role.users);
    }

    Written putGroups(String roleId, List<String> groups) {
        return putMembers(roleId, groups, role -> role.groups);
    }

    Optional<Role> byId(String roleId) {
        pace.call();
        return known(roleId);
    }

    Optional<Role> byComponent(String componentId) {
        pace.call();
        synchronized (this) {
            return Optional.ofNullable(byComponent.get(componentId));
        }
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

    /** How many writes are not at their end, whether or not their callers still wait. */
    int writing() {
        return writing.get();
    }

    private Written putMembers(String roleId, List<String> members, Function<Role, Set<String>> rows) {
        return working(() -> isNoText(roleId)
                ? Written.BROKEN
                : known(roleId).map(role -> replace(rows.apply(role), members)).orElse(Written.REFUSED));
    }

    private Written working(Supplier<Written> write) {
        writing.incrementAndGet();
        try {
            pace.call();
            return write.get();
        } finally {
            writing.decrementAndGet();
        }
    }

    private synchronized Optional<Role> known(String roleId) {
        return Optional.ofNullable(byId.get(roleId));
    }

    private synchronized Set<String> rowsOf(String roleId, Function<Role, Set<String>> rows) {
        return rows.apply(Objects.requireNonNull(byId.get(roleId)));
    }

    private synchronized Written putRole(String roleId, String componentId) {
        Role known = byId.get(roleId);
        if (cannotBeKept(roleId) || cannotBeKept(componentId)) {
            return Written.BROKEN;
        }
        if (known != null && !known.componentId.equals(componentId)) {
            return Written.REFUSED;
        }
        if (known == null && byComponent.containsKey(componentId)) {
            return Written.BROKEN;
        }
        byComponent.put(componentId, byId.computeIfAbsent(roleId, id -> new Role(id, componentId)));
        return Written.DONE;
    }

    private Written replace(Set<String> rows, List<String> wanted) {
        for (String row : wanted) {
            pace.row();
            if (cannotBeKept(row)) {
                return Written.BROKEN;
            }
            synchronized (this) {
                rows.add(row);
            }
        }
        pace.row();
        synchronized (this) {
            rows.retainAll(Set.copyOf(wanted));
        }
        return Written.DONE;
    }

    private static boolean cannotBeKept(String key) {
        return key.codePointCount(0, key.length()) > LONGEST || isNoText(key);
    }

    /** It has a NUL or half of a pair, which PostgreSQL takes in no text. */
    private static boolean isNoText(String key) {
        return key.codePoints().anyMatch(sign -> sign == 0 || Character.getType(sign) == Character.SURROGATE);
    }
}
