package io.outputport.sandbox.hasura.graphql.read;

import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fragments of a document. */
final class Fragments {
    private final Map<String, FragmentDefinition> byName = new LinkedHashMap<>();

    Fragments(List<FragmentDefinition> definitions) {
        definitions.forEach(definition -> byName.putIfAbsent(definition.getName(), definition));
    }

    Optional<FragmentDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<FragmentDefinition> all() {
        return byName.values();
    }

    /** A fragment that contains itself would never end. */
    void refuseCycles(FirstError errors) {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        byName.forEach((name, definition) -> uses.put(name, spreadsIn(definition)));
        // Whoever uses nothing that is left cannot be part of a cycle.
        while (uses.entrySet().removeIf(entry -> entry.getValue().stream().noneMatch(uses::containsKey))) {
            continue;
        }
        if (!uses.isEmpty()) {
            String names = uses.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
            errors.invalid("the fragment definition(s) %s form a cycle".formatted(names), "$");
        }
    }

    private static Set<String> spreadsIn(FragmentDefinition definition) {
        Set<String> names = new LinkedHashSet<>();
        Deque<Node<?>> open = new ArrayDeque<>(List.of(definition));
        Set<Node<?>> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof FragmentSpread spread) {
                names.add(spread.getName());
            }
            for (Node<?> child : node.getChildren()) {
                if (seen.add(child)) {
                    open.push(child);
                }
            }
        }
        return names;
    }
}
