package io.outputport.provisioner.descriptor.tree;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.ALIAS;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.TOO_DEEP;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.TOO_MANY_VALUES;

import io.outputport.provisioner.outcome.Position;
import io.outputport.provisioner.outcome.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Builds the tree from events, YAML's or JSON's, and stops at the first one that goes beyond a limit: each method
 * answers what is wrong, and after such an answer the tree is not to be used. It keeps its own stack, so no depth of
 * nesting can overflow the thread's.
 */
final class TreeBuilder {
    private final DescriptorLimits limits;
    private final Deque<Opened> open = new ArrayDeque<>();
    private final Map<String, Node> anchors = new HashMap<>();
    private Optional<Node> root = Optional.empty();
    private int values;
    private int aliases;

    private record Opened(Open collection, Optional<String> anchor, Position start) {}

    TreeBuilder(DescriptorLimits limits) {
        this.limits = limits;
    }

    /** The whole tree, once its last end was read; empty when there was no value at all. */
    Optional<Node> root() {
        return root;
    }

    Optional<Problem> fields(Optional<String> anchor, Position start) {
        return begin(new Open.OpenFields(start), anchor, start);
    }

    Optional<Problem> items(Optional<String> anchor, Position start) {
        return begin(new Open.OpenItems(start), anchor, start);
    }

    Optional<Problem> end() {
        Opened last = open.pop();
        return add(last.collection().close(), last.anchor(), last.start());
    }

    Optional<Problem> text(String text, boolean plain, Optional<String> anchor, Position start) {
        return count(start).or(() -> add(new Node.Text(text, plain, start), anchor, start));
    }

    /** An anchor is known only after its value's end, so no value can hold itself. */
    Optional<Problem> alias(String name, Position start) {
        aliases++;
        if (aliases > limits.aliases()) {
            return Optional.of(at(
                    Problem.of(
                            ALIAS, "There are more than " + limits.aliases() + " YAML aliases.", "Write values out."),
                    start));
        }
        Optional<Node> target = Optional.ofNullable(anchors.get(name));
        if (target.isEmpty()) {
            String message = "The YAML alias " + Excerpt.quoted("*" + name) + " has no value that ends before it.";
            return Optional.of(at(Problem.of(ALIAS, message, "Quote the value if it is meant as text."), start));
        }
        return count(start).or(() -> add(target.get(), Optional.empty(), start));
    }

    /** The dot path of the value that is being read. */
    String path() {
        List<String> steps = new ArrayList<>();
        open.descendingIterator()
                .forEachRemaining(opened -> steps.add(opened.collection().step()));
        String path = steps.stream().limit(20).collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private Optional<Problem> begin(Open collection, Optional<String> anchor, Position start) {
        if (open.size() >= limits.depth()) {
            String message = "Objects and lists are nested more than " + limits.depth() + " levels deep.";
            return Optional.of(at(Problem.of(TOO_DEEP, message), start));
        }
        open.push(new Opened(collection, anchor, start));
        return count(start);
    }

    private Optional<Problem> count(Position start) {
        values++;
        return values <= limits.values()
                ? Optional.empty()
                : Optional.of(
                        at(Problem.of(TOO_MANY_VALUES, "There are more than " + limits.values() + " values."), start));
    }

    private Optional<Problem> add(Node node, Optional<String> anchor, Position start) {
        anchor.ifPresent(name -> anchors.put(name, node));
        if (open.isEmpty()) {
            root = Optional.of(node);
            return Optional.empty();
        }
        return open.element().collection().add(node).map(problem -> at(problem, start));
    }

    private Problem at(Problem problem, Position start) {
        return problem.at(path(), start);
    }
}
