package io.outputport.sandbox.hasura.graphql.read;

import graphql.Scalars;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLNonNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flattens selection sets: spreads its fragments, drops what directives leave out, joins fields of one alias. */
final class FieldCollector {
    /** Fragments can multiply a short text into a huge answer; no honest query comes near. */
    private static final int FIELD_LIMIT = 20_000;

    private static final Set<String> IGNORED_DIRECTIVES = Set.of("cached");

    private final Fragments fragments;
    private final InputReader inputs;
    private final FirstError errors;
    private int visited;

    FieldCollector(Fragments fragments, InputReader inputs, FirstError errors) {
        this.fragments = fragments;
        this.inputs = inputs;
        this.errors = errors;
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
        for (Selection<?> selection : set.getSelections()) {
            if (errors.isThere()) {
                return;
            }
            if (++visited > FIELD_LIMIT) {
                errors.invalid("the query has more than %d fields".formatted(FIELD_LIMIT), "$");
                return;
            }
            if (isWanted((DirectivesContainer<?>) selection, place.path())) {
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
        Optional<FragmentDefinition> fragment = fragments.find(name);
        if (fragment.isEmpty()) {
            errors.invalid("reference to undefined fragment \"%s\"".formatted(name), place.path());
            return;
        }
        if (place.spread().add(name) && applies(fragment.get().getTypeCondition(), place)) {
            collect(fragment.get().getSelectionSet(), place, fields);
        }
    }

    private static boolean applies(@Nullable TypeName condition, Place place) {
        return condition == null || condition.getName().equals(place.type());
    }

    private boolean isWanted(DirectivesContainer<?> selection, String path) {
        boolean wanted = true;
        for (Directive directive : selection.getDirectives()) {
            switch (directive.getName()) {
                case "include" -> wanted &= condition(directive, path);
                case "skip" -> wanted &= !condition(directive, path);
                default -> refuseUnknown(directive.getName(), path);
            }
        }
        return wanted;
    }

    private void refuseUnknown(String directive, String path) {
        if (!IGNORED_DIRECTIVES.contains(directive)) {
            errors.invalid("directive '%s' is not defined in the schema".formatted(directive), path);
        }
    }

    private boolean condition(Directive directive, String path) {
        Argument flag = directive.getArgument("if");
        if (flag == null) {
            errors.invalid("missing required field 'if'", path + ".args.if");
            return false;
        }
        Input read = inputs.read(
                GraphQLNonNull.nonNull(Scalars.GraphQLBoolean), Inputs.ofLiteral(flag.getValue()), path + ".args.if");
        return read instanceof Input.Scalar scalar && Boolean.parseBoolean(scalar.text());
    }
}
