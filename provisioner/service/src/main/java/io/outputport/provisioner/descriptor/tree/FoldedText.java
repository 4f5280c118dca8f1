package io.outputport.provisioner.descriptor.tree;

import io.outputport.foundation.outcome.Position;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A text that holds an object of its own, in YAML or JSON, as some catalogs write {@code specific}. */
final class FoldedText {
    private FoldedText() {}

    /**
     * The object in the text, all of it at the place of the text: a scalar does not tell where its lines came from. Empty
     * when there is none.
     */
    static Optional<Node> unfold(Node.Text folded) {
        String text = folded.text();
        if (text.isBlank() || !(text.contains(":") || text.strip().equals("{}"))) {
            return Optional.empty();
        }
        return JsonText.read(text, DescriptorLimits.standard())
                .orElseGet(() -> YamlText.read(text, DescriptorLimits.standard()))
                .<Optional<Node>>match(Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty())
                .filter(Node.Fields.class::isInstance)
                .map(node -> at(node, folded.position()));
    }

    private static Node at(Node node, Position place) {
        if (node instanceof Node.Text text) {
            return new Node.Text(text.text(), text.plain(), place);
        }
        if (node instanceof Node.Items items) {
            return new Node.Items(
                    items.values().stream().map(value -> at(value, place)).toList(), place);
        }
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Position> keys = new HashMap<>();
        ((Node.Fields) node).values().forEach((name, value) -> {
            values.put(name, at(value, place));
            keys.put(name, place);
        });
        return Node.Fields.of(values, keys, place);
    }
}
