package io.outputport.engine.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** What Hasura's parser refuses, and the parser of graphql-java lets pass. */
final class StrictSyntax {
    private StrictSyntax() {}

    /** No argument and no key of an object is given twice, and no default is another variable. */
    static boolean accepts(Document document) {
        return !anyBelow(document, node -> repeatsName(node) || isVariableByDefault(node));
    }

    private static boolean repeatsName(Node<?> node) {
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

    private static boolean isVariableByDefault(Node<?> node) {
        return node instanceof VariableDefinition variable
                && variable.getDefaultValue() != null
                && anyBelow(variable.getDefaultValue(), VariableReference.class::isInstance);
    }

    private static boolean anyBelow(Node<?> root, Predicate<Node<?>> test) {
        Deque<Node<?>> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (test.test(node)) {
                return true;
            }
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
        return false;
    }
}
