package io.outputport.provisioner.hasura.plan.wanted;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata.Entry;
import io.outputport.provisioner.hasura.plan.entry.Customization;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.entry.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names that the port wants and another table of any source already has. Hasura answers them with a 500 for whoever
 * writes next, so they are found before anything is written.
 */
public final class Collisions {
    private Collisions() {}

    public static List<Problem> of(WantedPort.Names names, List<Entry> own, ActualMetadata metadata) {
        return of(names, Set.of(), own, metadata);
    }

    /** @param scalars the types of the port's columns, which nobody's table may bear as a name */
    public static List<Problem> of(
            WantedPort.Names names, Set<String> scalars, List<Entry> own, ActualMetadata metadata) {
        List<Problem> problems = new ArrayList<>();
        metadata.entries()
                .filter(entry -> own.stream().noneMatch(entry::isSame))
                .forEach(entry -> {
                    taken(names, entry).ifPresent(problems::add);
                    scalars.stream()
                            .filter(scalar -> TypeNames.isOf(entry.table().baseName(), scalar))
                            .sorted()
                            .forEach(scalar -> problems.add(typeTaken(scalar, entry)));
                });
        return problems;
    }

    /** What the other's source makes of its names is what others meet in Hasura's schema. */
    private static Set<String> shared(WantedPort.Names names, Entry other) {
        Customization customization = other.source().customization();
        Set<String> shared = new TreeSet<>();
        if (customization.clashes(other.table(), names.customTableName())) {
            shared.add(names.customTableName());
        }
        List<String> fields = names.inOrder();
        for (RootField field : RootField.values()) {
            String name = customization.rootField(other.table(), field);
            if (fields.contains(name)) {
                shared.add(name);
            }
        }
        return shared;
    }

    private static Problem typeTaken(String type, Entry holder) {
        return Problem.of(
                PlanProblems.NAME_TAKEN,
                "A column has the type " + type + ", and table "
                        + holder.table().shown() + " of source "
                        + holder.source().name() + " has a GraphQL type of that name in Hasura.",
                "Serve a view that casts the column, or have the type or that table renamed.");
    }

    /** Of all the names that one table holds: whoever renames one renames the others, too. */
    private static Optional<Problem> taken(WantedPort.Names names, Entry holder) {
        Set<String> shared = shared(names, holder);
        Map<String, String> fields = new LinkedHashMap<>(names.byField());
        fields.values().retainAll(shared);
        String list = fields.values().stream().distinct().collect(Collectors.joining(", "));
        return fields.keySet().stream()
                .findFirst()
                .map(field -> new Problem(
                        PlanProblems.NAME_TAKEN,
                        (shared.size() == 1 ? "The name " + list + " is" : "The names " + list + " are")
                                + " taken in Hasura by table " + holder.table().shown() + " of source "
                                + holder.source().name() + ".",
                        Optional.of(field),
                        Optional.empty(),
                        Optional.of(
                                shared.size() == 1
                                        ? "Choose another name in specific, or have that table renamed."
                                        : "Choose other names in specific, or have that table renamed.")));
    }
}
