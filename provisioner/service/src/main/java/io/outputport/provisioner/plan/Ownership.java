package io.outputport.provisioner.plan;

import io.outputport.provisioner.plan.ActualMetadata.Entry;
import java.util.List;

/**
 * Whose an entry is. Ours: its select permission names the component's role and its custom name starts as the port's
 * names do. A permission of that role anywhere else is somebody's own.
 */
final class Ownership {
    private Ownership() {}

    static List<Entry> of(PortIdentity port, String role, ActualMetadata metadata) {
        return metadata.entries()
                .filter(entry -> entry.table().selectRoles().contains(role))
                .filter(entry -> isNamedAs(port, role, entry.table()))
                .toList();
    }

    /** Entries of others that give something to our role. */
    static List<Entry> othersWithRole(PortIdentity port, String role, ActualMetadata metadata) {
        return metadata.entries()
                .filter(entry -> entry.table().selectRoles().contains(role))
                .filter(entry -> !isNamedAs(port, role, entry.table()))
                .toList();
    }

    private static boolean isNamedAs(PortIdentity port, String role, ActualTable table) {
        String ofRole = role.endsWith("role") ? role.substring(0, role.length() - "role".length()) : role;
        return table.customName().stream()
                .anyMatch(name ->
                        name.startsWith(ofRole) || port.prefixes().stream().anyMatch(name::startsWith));
    }
}
