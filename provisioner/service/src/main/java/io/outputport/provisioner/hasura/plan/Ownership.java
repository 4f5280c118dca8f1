package io.outputport.provisioner.hasura.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.naming.Naming;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata.Entry;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import java.util.List;
import java.util.Optional;

/**
 * Whose an entry is. Ours: its select permission names the component's role and its custom name starts as the port's
 * names do. Where the register says that the port was carried out, one of the two is enough, since somebody else has
 * changed the other; and neither is needed where nobody else has a permission either. A permission of that role anywhere
 * else is somebody's own.
 */
public final class Ownership {

    private Ownership() {}

    public static List<Entry> of(PortIdentity port, String role, ActualMetadata metadata) {
        return metadata.entries().filter(entry -> isOurs(port, role, entry)).toList();
    }

    /** Entries of others that give something to our role. */
    static List<Entry> othersWithRole(PortIdentity port, String role, ActualMetadata metadata) {
        return metadata.entries()
                .filter(entry -> hasRole(role, entry) && !isOurs(port, role, entry))
                .toList();
    }

    private static boolean isOurs(PortIdentity port, String role, Entry entry) {
        boolean named = isNamedAs(port, role, entry.table());
        return isRegistered(port, entry)
                ? named || hasRole(role, entry) || isOfNobody(entry)
                : hasRole(role, entry) && (named || isTried(port, entry));
    }

    /** The entry in the place where the port was served before, if somebody has made it theirs since. */
    static Optional<Entry> lost(PortIdentity port, String role, ActualMetadata metadata) {
        return metadata.entries()
                .filter(entry -> isRegistered(port, entry) && !isOurs(port, role, entry))
                .findFirst();
    }

    /** Whoever renamed the table and dropped the permission gave it to no other role, and nothing runs on it. */
    private static boolean isOfNobody(Entry entry) {
        ObjectNode table = entry.table().entry().get();
        return table.path("event_triggers").isEmpty()
                && table.properties().stream()
                        .noneMatch(part -> part.getKey().endsWith("_permissions")
                                && !part.getValue().isEmpty());
    }

    private static boolean hasRole(String role, Entry entry) {
        return entry.table().selectRoles().contains(role);
    }

    private static boolean isRegistered(PortIdentity port, Entry entry) {
        return port.registered().stream()
                .anyMatch(served ->
                        served.isAt(entry.source().name(), entry.table().name()));
    }

    /** What a provision that failed has written under names that the port does not have any more. */
    private static boolean isTried(PortIdentity port, Entry entry) {
        return port.tried().stream()
                .anyMatch(
                        place -> place.isAt(entry.source().name(), entry.table().name()));
    }

    private static boolean isNamedAs(PortIdentity port, String role, ActualTable table) {
        String ofRole = Naming.prefixOf(role);
        return table.customName().stream()
                .anyMatch(name ->
                        name.startsWith(ofRole) || port.prefixes().stream().anyMatch(name::startsWith));
    }
}
