package io.outputport.provisioner.hasura.drift;

import io.outputport.foundation.outcome.Quote;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what two entries of a port differ, in words. Names in Hasura may be somebody else's, so they are quoted with care. */
final class EntryDifferences {
    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 80;

    private EntryDifferences() {}

    static List<String> of(PortEntry expected, PortEntry found) {
        List<String> differences = new ArrayList<>();
        name("its name", expected.customName(), found.customName()).ifPresent(differences::add);
        for (RootField field : RootField.values()) {
            name("root field " + field.key(), rootField(expected, field), rootField(found, field))
                    .ifPresent(differences::add);
        }
        columns(expected, found).ifPresent(differences::add);
        flag("column names differ", expected.columnNames(), found.columnNames(), differences);
        flag("the description differs", expected.comment(), found.comment(), differences);
        if (expected.allowAggregations() != found.allowAggregations()) {
            differences.add("aggregations are " + (found.allowAggregations() ? "allowed" : "not allowed"));
        }
        flag(
                found.restricted() ? "rows or root fields are restricted" : "rows and root fields are not restricted",
                expected.restricted(),
                found.restricted(),
                differences);
        return differences;
    }

    private static String rootField(PortEntry entry, RootField field) {
        return entry.rootFields().getOrDefault(field, field.defaultName(entry.customName()));
    }

    private static Optional<String> name(String what, String expected, String found) {
        return expected.equals(found)
                ? Optional.empty()
                : Optional.of(what + " is " + quote(found) + " instead of " + quote(expected));
    }

    private static void flag(String sentence, Object expected, Object found, List<String> differences) {
        if (!Objects.equals(expected, found)) {
            differences.add(sentence);
        }
    }

    private static Optional<String> columns(PortEntry expected, PortEntry found) {
        if (expected.columns().equals(found.columns())) {
            return Optional.empty();
        }
        if (found.columns().isEmpty()) {
            return Optional.of("all columns may be read");
        }
        if (expected.columns().isEmpty()) {
            return Optional.of(
                    "only these columns may be read: " + names(found.columns().get()));
        }
        Set<String> added = less(found.columns().get(), expected.columns().get());
        Set<String> lost = less(expected.columns().get(), found.columns().get());
        return Optional.of((added.isEmpty() ? "" : "these columns may be read too: " + names(added))
                + (added.isEmpty() || lost.isEmpty() ? "" : ", ")
                + (lost.isEmpty() ? "" : "these columns may not be read: " + names(lost)));
    }

    private static Set<String> less(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static String names(Collection<String> names) {
        return names.stream()
                        .sorted()
                        .limit(MOST_NAMES)
                        .map(EntryDifferences::quote)
                        .collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    private static String quote(String name) {
        return name.isEmpty() ? "not set" : Quote.of(name.replaceAll("\\p{Cntrl}", "?"), LONGEST_NAME);
    }
}
