package io.outputport.provisioner.descriptor.tree;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A place in a descriptor, whether something stands there or not. Asking a place for more than it holds gives nothing,
 * never an error, so that a reader can go on and find all problems at once.
 */
public final class Field {
    private final String path;
    private final Optional<Node> node;
    private final Supplier<Position> named;

    /** @param named asked only where a message is about it */
    private Field(String path, Optional<Node> node, Supplier<Position> named) {
        this.path = path;
        this.node = node;
        this.named = named;
    }

    public static Field root(Node node) {
        return new Field("", Optional.of(node), node::position);
    }

    /** The dot path, for example {@code dataProduct.components[2].name}. */
    public String path() {
        return path;
    }

    /** Where it starts; of a field that is missing, where the object that lacks it has its name. */
    public Position position() {
        return node.map(Node::position).orElseGet(named);
    }

    /** Where its name stands, of an item its dash; of a field that is missing, the same as {@link #position()}. */
    public Position named() {
        return named.get();
    }

    /** Whether something other than null stands here. */
    public boolean isPresent() {
        return node.isPresent() && !(node.get() instanceof Node.Text text && text.isNull());
    }

    public boolean isObject() {
        return node.isPresent() && node.get() instanceof Node.Fields;
    }

    public boolean isList() {
        return node.isPresent() && node.get() instanceof Node.Items;
    }

    /** {@code text}, {@code an object}, {@code a list} or {@code missing}, for messages. */
    public String kind() {
        return isPresent() ? node.map(Node::kind).orElse("missing") : "missing";
    }

    public Field child(String name) {
        String place = path.isEmpty() ? Excerpt.plain(name) : path + "." + Excerpt.plain(name);
        Optional<Node.Fields> fields = fields();
        Optional<Node> value = fields.map(it -> it.values().get(name));
        return new Field(
                place, value, () -> fields.map(it -> it.names().get(name)).orElseGet(named));
    }

    /** This object with the one that stands as text in a field of it unfolded, or just as it is. */
    public Field unfolding(String name) {
        Optional<Node> unfolded = fields().map(fields -> fields.values().get(name))
                .filter(Node.Text.class::isInstance)
                .flatMap(text -> FoldedText.unfold((Node.Text) text));
        if (unfolded.isEmpty()) {
            return this;
        }
        return new Field(path, fields().map(fields -> fields.with(name, unfolded.get())), named);
    }

    /** The names of the fields of an object, as written; none of anything else. */
    public Set<String> names() {
        return fields().map(fields -> fields.values().keySet()).orElse(Set.of());
    }

    /** The items of a list; a single value counts as a list of one, null as an empty one. */
    public List<Field> items() {
        if (!(node.isPresent() && node.get() instanceof Node.Items list)) {
            return isPresent() ? List.of(this) : List.of();
        }
        List<Field> items = new ArrayList<>();
        for (Node value : list.values()) {
            items.add(new Field(path + "[" + items.size() + "]", Optional.of(value), value::position));
        }
        return items;
    }

    /** The scalar as text, whatever YAML would make of it; empty for null, for blanks only, and for anything else. */
    public Optional<Located<String>> text() {
        return isPresent() ? asWritten().filter(it -> !it.value().isBlank()) : Optional.empty();
    }

    /** The texts of these children in this order, if every one of them has a text. */
    public Optional<List<Located<String>>> texts(String... names) {
        List<Located<String>> texts = Stream.of(names)
                .map(name -> child(name).text())
                .flatMap(Optional::stream)
                .toList();
        return texts.size() == names.length ? Optional.of(texts) : Optional.empty();
    }

    /** The scalar exactly as written, a plain {@code null} included. */
    public Optional<Located<String>> asWritten() {
        return node.filter(Node.Text.class::isInstance)
                .map(value -> new Located<>(((Node.Text) value).text(), path, value.position()));
    }

    /**
     * Equal for equal values, wherever they stand, however they are laid out, and whatever the order of an object's
     * fields is; in hexadecimal digits.
     */
    public String digest() {
        return isPresent() ? new NodeDigest().of(node.orElseThrow()) : "";
    }

    public Problem problem(ProblemCode code, String message) {
        return Problem.of(code, message).at(path, position());
    }

    public Problem problem(ProblemCode code, String message, String hint) {
        return Problem.of(code, message, hint).at(path, position());
    }

    private Optional<Node.Fields> fields() {
        return node.filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
    }
}
