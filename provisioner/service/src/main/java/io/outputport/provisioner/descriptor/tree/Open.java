package io.outputport.provisioner.descriptor.tree;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.DUPLICATE_KEY;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.KEY_NOT_TEXT;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.MERGE_KEY;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object or list whose end has not been read yet. */
sealed interface Open {
    /** Takes the next key, value or item; the answer is what is wrong with it. */
    Optional<Problem> add(Node node);

    Node close();

    /** What leads from here to the value that is being read, for example {@code .name} or {@code [2]}. */
    String step();

    /** An open object: keys and values in turn. What it merges counts only where it says nothing itself. */
    final class OpenFields implements Open {
        private final Position start;
        private final Map<String, Node> values = new LinkedHashMap<>();
        private final Map<String, Position> keys = new HashMap<>();
        private final List<Node.Fields> merged = new ArrayList<>();
        private Optional<Node.Text> key = Optional.empty();

        OpenFields(Position start) {
            this.start = start;
        }

        @Override
        public Optional<Problem> add(Node node) {
            if (key.isPresent()) {
                return put(key.get(), node);
            }
            if (node instanceof Node.Text text) {
                return begin(text);
            }
            String message = "A key must be text, but here it is " + node.kind() + ".";
            return Optional.of(Problem.of(
                    KEY_NOT_TEXT, message, "Write a plain name, or put a value that begins with { or [ in quotes."));
        }

        private Optional<Problem> begin(Node.Text text) {
            key = Optional.of(text);
            Optional<Position> first = Optional.ofNullable(keys.putIfAbsent(text.text(), text.position()));
            return first.map(where -> Problem.of(
                    DUPLICATE_KEY,
                    "The field " + Excerpt.quoted(text.text()) + " stands twice: first at " + where + ", again here.",
                    isMerge(text) ? "List what is merged: <<: [*one, *other]." : "Keep one of them."));
        }

        private Optional<Problem> put(Node.Text name, Node value) {
            Optional<Problem> problem = Optional.empty();
            if (isMerge(name)) {
                problem = merge(value);
            } else {
                values.put(name.text(), value);
            }
            key = problem.isPresent() ? key : Optional.empty();
            return problem;
        }

        /** YAML 1.1's merge key: an object, or a list of objects of which the first that has a field gives it. */
        private Optional<Problem> merge(Node value) {
            List<Node> parts = value instanceof Node.Items list ? list.values() : List.of(value);
            for (Node part : parts) {
                if (!(part instanceof Node.Fields fields)) {
                    String message = "The merge key << takes an object or a list of objects, but here it is "
                            + (part == value ? "" : "a list with ") + part.kind() + ".";
                    return Optional.of(
                            Problem.of(MERGE_KEY, message, "Write an alias of an object, such as <<: *name."));
                }
                merged.add(fields);
            }
            return Optional.empty();
        }

        private static boolean isMerge(Node.Text name) {
            return name.plain() && name.text().equals("<<");
        }

        @Override
        public Node close() {
            for (Node.Fields fields : merged) {
                fields.values().forEach(values::putIfAbsent);
                fields.names().forEach(keys::putIfAbsent);
            }
            return Node.Fields.of(values, keys, start);
        }

        @Override
        public String step() {
            return key.map(name -> "." + Excerpt.plain(name.text())).orElse("");
        }
    }

    /** An open list. */
    final class OpenItems implements Open {
        private final Position start;
        private final List<Node> values = new ArrayList<>();

        OpenItems(Position start) {
            this.start = start;
        }

        @Override
        public Optional<Problem> add(Node node) {
            values.add(node);
            return Optional.empty();
        }

        @Override
        public Node close() {
            return new Node.Items(values, start);
        }

        @Override
        public String step() {
            return "[" + values.size() + "]";
        }
    }
}
