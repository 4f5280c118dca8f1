package io.outputport.provisioner.hasura.plan;

import io.outputport.provisioner.hasura.descriptor.HasuraOutputPort;
import io.outputport.provisioner.hasura.naming.GraphqlName;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.people.Standing;
import java.util.HashMap;
import java.util.Map;

/**
 * What consumers of a port that lives already call its columns. They do not lose a name by a side effect: a port that is
 * taken over keeps all names until its descriptor asks for those of the contract, and one of ours keeps the forms that
 * were made up for it, whatever columns the source gets beside them.
 */
public final class ConsumerNames {
    private ConsumerNames() {}

    /** The port as its consumers will know it. */
    public static WantedPort kept(HasuraOutputPort port, WantedPort wanted, Actual actual, Standing standing) {
        if (port.renameColumns() || standing.isClosed()) {
            return wanted;
        }
        ColumnChoice columns = wanted.columns();
        return wanted.with(wanted.identity()
                .registered()
                .map(served -> columns.keeping(served.keptNames()).holding(madeUp(served, columns)))
                .orElseGet(() -> columns.keeping(inUse(wanted, actual))));
    }

    /** The names in the port's entry, if it has one: it was not carried out here before. */
    private static Map<String, String> inUse(WantedPort wanted, Actual actual) {
        Map<String, String> names = new HashMap<>(Plans.role(wanted.identity(), actual)
                .flatMap(role -> Ownership.of(wanted.identity(), role, actual.requireMetadata()).stream()
                        .flatMap(entry -> TableEntry.read(entry.table().entry().get(), role).stream())
                        .findFirst())
                .map(old -> old.namesOf(wanted.columns().real()))
                .orElseGet(Map::of));
        names.values().removeIf(name -> !GraphqlName.isLegal(name));
        return names;
    }

    private static Map<String, String> madeUp(ServedPort served, ColumnChoice columns) {
        Map<String, String> names = new HashMap<>(served.keptNames());
        served.entry().columnNames().forEach((column, name) -> {
            if (columns.real().contains(column) && isFormOf(name, columns.shown(column))) {
                names.put(column, name);
            }
        });
        names.keySet().retainAll(columns.real());
        return names;
    }

    /** Two forms of one name differ by the number at their ends. */
    private static boolean isFormOf(String one, String other) {
        return withoutNumber(one).equals(withoutNumber(other));
    }

    private static String withoutNumber(String name) {
        return name.replaceFirst("_[0-9]+$", "");
    }
}
