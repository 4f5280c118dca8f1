package io.outputport.engine.graphql.read;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.outputport.engine.graphql.error.FirstError;
import io.outputport.engine.graphql.error.GraphqlError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fragments of a document. */
final class Fragments {
    private final Map<String, FragmentDefinition> byName = new LinkedHashMap<>();

    Fragments(List<FragmentDefinition> definitions, FirstError errors) {
        for (FragmentDefinition definition : definitions) {
            if (byName.putIfAbsent(definition.getName(), definition) != null) {
                errors.report(GraphqlError.unreadable(
                        "multiple definitions for fragment \"%s\"".formatted(definition.getName()), GraphqlError.ROOT));
            }
        }
    }

    Optional<FragmentDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<FragmentDefinition> all() {
        return byName.values();
    }

    /** Refuses spreads of fragments that are not there, and fragments that contain themselves. */
    void check(SelectionSet root, FirstError errors) {
        new FragmentCheck(errors).set(root, "$.selectionSet");
    }

    private final class FragmentCheck {
        private final FirstError errors;
        private final List<String> open = new ArrayList<>();
        private final Set<String> done = new HashSet<>();
        private final Nesting nesting;

        private FragmentCheck(FirstError errors) {
            this.errors = errors;
            this.nesting = new Nesting(errors);
        }

        private void set(SelectionSet set, String path) {
            nesting.within(path, () -> selections(set, path));
        }

        private void selections(SelectionSet set, String path) {
            for (Selection<?> selection : set.getSelections()) {
                if (selection instanceof Field field && field.getSelectionSet() != null) {
                    set(field.getSelectionSet(), path + "." + field.getName() + ".selectionSet");
                } else if (selection instanceof InlineFragment inline) {
                    set(inline.getSelectionSet(), path);
                } else if (selection instanceof FragmentSpread spread) {
                    spread(spread.getName(), path);
                }
            }
        }

        private void spread(String name, String path) {
            Optional<FragmentDefinition> fragment = find(name);
            int first = open.indexOf(name);
            if (fragment.isEmpty()) {
                errors.invalid("reference to undefined fragment \"%s\"".formatted(name), path);
            } else if (first >= 0) {
                errors.invalid(
                        "the fragment definition(s) %s form a cycle"
                                .formatted(inEnglish(open.subList(first, open.size()))),
                        path);
            } else if (done.add(name)) {
                open.add(name);
                set(fragment.get().getSelectionSet(), path + "." + name + ".selectionSet");
                open.remove(open.size() - 1);
            }
        }
    }

    private static String inEnglish(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
