package io.outputport.sandbox.rolemapper;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** One row of the roles table with the rows that refer to it; guarded by {@link Roles}. */
final class Role {
    final String id;
    final String componentId;
    final Set<String> rootFields = new LinkedHashSet<>();
    final Set<String> users = new LinkedHashSet<>();
    final Set<String> groups = new LinkedHashSet<>();

    Role(String id, String componentId) {
        this.id = id;
        this.componentId = componentId;
    }

    boolean isOf(String user, Collection<String> someGroups) {
        return users.contains(user) || someGroups.stream().anyMatch(groups::contains);
    }
}
