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

    static List<Problem> of(String tableName, List<String> fields, List<Entry> own, ActualMetadata metadata) {
        List<Problem> problems = new ArrayList<>();
        metadata.entries()
                .filter(entry -> own.stream().noneMatch(entry::isSame))
                .forEach(entry ->
                        shared(tableName, fields, entry.table()).forEach(name -> problems.add(taken(name, entry))));
        return problems;
    }

    private static Set<String> shared(String tableName, List<String> fields, ActualTable other) {
        Set<String> names = new TreeSet<>();
        if (tableName.equals(other.baseName())) {
            names.add(tableName);
        }
        for (RootField field : RootField.values()) {
            if (fields.contains(other.rootField(field))) {
                names.add(other.rootField(field));
            }
        }
        return names;
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
