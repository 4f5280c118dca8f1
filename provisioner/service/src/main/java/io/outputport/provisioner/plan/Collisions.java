package io.outputport.provisioner.plan;

import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.plan.ActualMetadata.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that the port wants and another table of any source already has. Hasura answers them with a 500 for whoever
 * writes next, so they are found before anything is written.
 */
final class Collisions {
    private Collisions() {}

    static List<Problem> of(WantedPort.Names names, List<Entry> own, ActualMetadata metadata) {
        return of(names, Set.of(), own, metadata);
    }

    /** @param scalars the types of the port's columns, which nobody's table may bear as a name */
    static List<Problem> of(WantedPort.Names names, Set<String> scalars, List<Entry> own, ActualMetadata metadata) {
        List<Problem> problems = new ArrayList<>();
        metadata.entries()
                .filter(entry -> own.stream().noneMatch(entry::isSame))
                .forEach(entry -> {
                    shared(names, entry).forEach(name -> problems.add(taken(name, entry)));
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

    private static Problem taken(String name, Entry holder) {
        return Problem.of(
                PlanProblems.NAME_TAKEN,
                "The name " + name + " is taken in Hasura by table "
                        + holder.table().shown() + " of source "
                        + holder.source().name() + ".",
                "Choose another name in specific, or have that table renamed.");
    }
}
