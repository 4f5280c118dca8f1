package io.outputport.engine.graphql.read;

import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import io.outputport.engine.graphql.error.FirstError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flattens selection sets: spreads its fragments, drops what directives leave out, joins fields of one alias. */
final class FieldCollector {
    /** Fragments can multiply a short text into a huge answer; no honest query comes near. */
    private static final int FIELD_LIMIT = 20_000;

    private final Fragments fragments;
    private final Directives directives;
    private final FirstError errors;
    private final Nesting nesting;
    private int visited;

    FieldCollector(Fragments fragments, Directives directives, FirstError errors) {
        this.fragments = fragments;
        this.directives = directives;
        this.errors = errors;
        this.nesting = new Nesting(errors);
    }

    /** Fields by alias, in the order in which they are first met. */
    Map<String, List<Field>> collect(List<SelectionSet> sets, String type, String path) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        Set<String> spread = new HashSet<>();
        sets.forEach(set -> collect(set, new Place(type, path, spread), fields));
        return fields;
    }

    private record Place(String type, String path, Set<String> spread) {}

    private void collect(SelectionSet set, Place place, Map<String, List<Field>> fields) {
        nesting.within(place.path(), () -> add(set, place, fields));
    }

    private void add(SelectionSet set, Place place, Map<String, List<Field>> fields) {
        for (Selection<?> selection : set.getSelections()) {
            if (errors.isThere()) {
                return;
            }
            if (++visited > FIELD_LIMIT) {
                errors.invalid("the query has more than %d fields".formatted(FIELD_LIMIT), "$");
                return;
            }
            if (directives.keep(((DirectivesContainer<?>) selection).getDirectives(), place.path())) {
                add(selection, place, fields);
            }
        }
    }

    private void add(Selection<?> selection, Place place, Map<String, List<Field>> fields) {
        if (selection instanceof Field field) {
            String alias = field.getAlias() == null ? field.getName() : field.getAlias();
            fields.computeIfAbsent(alias, key -> new ArrayList<>()).add(field);
        } else if (selection instanceof InlineFragment inline) {
            if (applies(inline.getTypeCondition(), place)) {
                collect(inline.getSelectionSet(), place, fields);
            }
        } else if (selection instanceof FragmentSpread named) {
            spread(named.getName(), place, fields);
        }
    }

    private void spread(String name, Place place, Map<String, List<Field>> fields) {
        FragmentDefinition fragment = fragments.find(name).orElseThrow();
        if (place.spread().add(name) && applies(fragment.getTypeCondition(), place)) {
            collect(fragment.getSelectionSet(), place, fields);
        }
    }

    private static boolean applies(@Nullable TypeName condition, Place place) {
        return condition == null || condition.getName().equals(place.type());
    }
}
