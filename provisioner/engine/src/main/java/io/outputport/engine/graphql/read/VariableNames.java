package io.outputport.engine.graphql.read;

import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The variables that an operation uses, also in the fragments that it spreads. */
final class VariableNames {
    private VariableNames() {}

    static Set<String> in(SelectionSet root, Fragments fragments) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<Node<?>> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof VariableReference variable) {
                names.add(variable.getName());
            } else if (node instanceof FragmentSpread spread && seen.add(spread.getName())) {
                fragments
                        .find(spread.getName())
                        .map(FragmentDefinition::getSelectionSet)
                        .ifPresent(open::push);
            }
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
        return names;
    }
}
