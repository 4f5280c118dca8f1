package io.outputport.provisioner.descriptor.tree;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.ALIAS;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.TOO_DEEP;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.TOO_MANY_VALUES;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.foundation.text.Nearest;
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
    private final Map<String, Anchored> anchors = new HashMap<>();
    private Optional<Node> root = Optional.empty();
    private Size read = Size.NOTHING;

    private record Opened(Open collection, Optional<String> anchor, Position start, Size before) {}

    private record Anchored(Node node, Size size) {}

    /** How much there is, with aliases written out. */
    private record Size(long values, long characters) {
        static final Size NOTHING = new Size(0, 0);

        Size plus(Size more) {
            return new Size(values + more.values, characters + more.characters);
        }

        Size since(Size before) {
            return new Size(values - before.values, characters - before.characters);
        }
    }

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
        Node node = last.collection().close();
        last.anchor().ifPresent(name -> anchors.put(name, new Anchored(node, read.since(last.before()))));
        return add(node, last.start());
    }

    Optional<Problem> text(String text, boolean plain, Optional<String> anchor, Position start) {
        Size size = new Size(1, text.length());
        Node node = new Node.Text(text, plain, start);
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, size)));
        return count(size, start).or(() -> add(node, start));
    }

    /** An anchor is known only after its value's end, so no value can hold itself. */
    Optional<Problem> alias(String name, Position start) {
        Optional<Anchored> target = Optional.ofNullable(anchors.get(name));
        if (target.isEmpty()) {
            return Optional.of(at(unknown(name), start));
        }
        read = read.plus(target.get().size());
        boolean fits = read.values() <= limits.values() && read.characters() <= limits.bytes();
        return fits ? add(target.get().node(), start) : Optional.of(at(expanded(), start));
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
        open.push(new Opened(collection, anchor, start, read));
        return count(new Size(1, 0), start);
    }

    private Optional<Problem> count(Size more, Position start) {
        read = read.plus(more);
        return read.values() <= limits.values()
                ? Optional.empty()
                : Optional.of(
                        at(Problem.of(TOO_MANY_VALUES, "There are more than " + limits.values() + " values."), start));
    }

    private Optional<Problem> add(Node node, Position start) {
        if (open.isEmpty()) {
            root = Optional.of(node);
            return Optional.empty();
        }
        return open.element().collection().add(node).map(problem -> at(problem, start));
    }

    private Problem unknown(String name) {
        String hint = Nearest.to(name, anchors.keySet())
                .map(near -> "Did you mean " + Excerpt.quoted("*" + near) + "?")
                .orElse("Put the value in quotes if it is meant as text.");
        String message = "The YAML alias " + Excerpt.quoted("*" + name) + " has no value that ends before it.";
        return Problem.of(ALIAS, message, hint);
    }

    private Problem expanded() {
        String most = limits.values() + " values or " + limits.bytes() + " bytes that are allowed.";
        return Problem.of(
                ALIAS,
                "With its YAML aliases written out the descriptor has more than the " + most,
                "Use the alias less often, or let it stand for less.");
    }

    private Problem at(Problem problem, Position start) {
        return problem.at(path(), start);
    }
}
