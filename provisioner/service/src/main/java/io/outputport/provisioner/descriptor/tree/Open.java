package io.outputport.provisioner.descriptor.tree;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.DUPLICATE_KEY;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.KEY_NOT_TEXT;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.MERGE_KEY;

import io.outputport.provisioner.outcome.Position;
import io.outputport.provisioner.outcome.Problem;
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

    /** An open object: keys and values in turn. */
    final class OpenFields implements Open {
        private final Position start;
        private final Map<String, Node> values = new LinkedHashMap<>();
        private final Map<String, Position> keys = new HashMap<>();
        private Optional<String> key = Optional.empty();

        OpenFields(Position start) {
            this.start = start;
        }

        @Override
        public Optional<Problem> add(Node node) {
            if (key.isPresent()) {
                values.put(key.get(), node);
                key = Optional.empty();
                return Optional.empty();
            }
            if (node instanceof Node.Text text) {
                return begin(text);
            }
            String message = "A key must be text, but here it is " + node.kind() + ".";
            return Optional.of(Problem.of(KEY_NOT_TEXT, message));
        }

        private Optional<Problem> begin(Node.Text text) {
            if (text.plain() && text.text().equals("<<")) {
                return Optional.of(Problem.of(
                        MERGE_KEY, "YAML merge keys (<<) are not supported.", "Write the merged fields out."));
            }
            key = Optional.of(text.text());
            Optional<Position> first = Optional.ofNullable(keys.putIfAbsent(text.text(), text.position()));
            return first.map(where -> Problem.of(
                    DUPLICATE_KEY,
                    "The field " + Excerpt.quoted(text.text()) + " stands twice: first at " + where + ", again here.",
                    "Keep one of them."));
        }

        @Override
        public Node close() {
            return new Node.Fields(values, start);
        }

        @Override
        public String step() {
            return key.map(name -> "." + Excerpt.plain(name)).orElse("");
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
