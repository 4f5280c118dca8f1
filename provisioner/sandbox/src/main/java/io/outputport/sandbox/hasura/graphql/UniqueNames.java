package io.outputport.sandbox.hasura.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Hasura's parser takes no text that gives an argument or a key of an object twice; graphql-java's does. */
final class UniqueNames {
    private UniqueNames() {}

    static boolean in(Document document) {
        Deque<Node<?>> open = new ArrayDeque<>();
        open.push(document);
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (hasRepetition(node)) {
                return false;
            }
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
        return true;
    }

    private static boolean hasRepetition(Node<?> node) {
        if (node instanceof Field field) {
            return repeats(field.getArguments().stream().map(Argument::getName).toList());
        }
        return node instanceof ObjectValue object
                && repeats(object.getObjectFields().stream()
                        .map(ObjectField::getName)
                        .toList());
    }

    private static boolean repeats(List<String> names) {
        return names.size() > 1 && names.stream().distinct().count() < names.size();
    }
}
