package io.outputport.provisioner.hasura.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata.Entry;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import java.util.Set;
import java.util.TreeSet;

/** Who else uses a port's table: what others keep in its entry, and relationships of other tables that lead to it. */
final class Dependents {
    private Dependents() {}

    static Set<String> of(Entry port, ObjectNode entry, String role, ActualMetadata metadata) {
        Set<String> users = new TreeSet<>(TableEntry.foreignParts(entry, role));
        metadata.entries()
                .filter(other -> !other.isSame(port))
                .forEach(other -> other.table().references().stream()
                        .filter(reference -> leadsTo(port, other, reference))
                        .forEach(reference -> users.add("relationship " + reference.relationship() + " of table "
                                + other.table().shown() + " in source "
                                + other.source().name())));
        return users;
    }

    private static boolean leadsTo(Entry port, Entry other, ActualTable.Reference reference) {
        String source = reference.source().orElse(other.source().name());
        return source.equals(port.source().name())
                && reference.table().equals(port.table().name());
    }
}
