package io.outputport.provisioner.descriptor.parse;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.NOT_AN_OBJECT;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.descriptor.tree.Field;
import io.outputport.provisioner.descriptor.tree.JsonText;
import io.outputport.provisioner.descriptor.tree.Node;
import io.outputport.provisioner.descriptor.tree.TextLimits;
import io.outputport.provisioner.descriptor.tree.YamlText;
import java.util.Optional;

/** The text of a descriptor, YAML or JSON, as it was sent. */
public final class DescriptorText {
    private DescriptorText() {}

    /** Done with the object at its root; stopped with the one problem that makes it unreadable. */
    public static Outcome<Field> read(String sent, DescriptorLimits limits) {
        Optional<Problem> tooLarge = TextLimits.size(sent, limits);
        if (tooLarge.isPresent()) {
            return Outcome.stopped(tooLarge.get());
        }
        String text = sent.startsWith("\uFEFF") ? sent.substring(1) : sent;
        return JsonText.read(text, limits).orElseGet(() -> yaml(text, limits)).then(DescriptorText::root);
    }

    private static Outcome<Node> yaml(String text, DescriptorLimits limits) {
        return TextLimits.lines(text, limits)
                .<Outcome<Node>>map(Outcome::stopped)
                .orElseGet(() -> YamlText.read(text, limits));
    }

    private static Outcome<Field> root(Node node) {
        if (node instanceof Node.Fields) {
            return Outcome.done(Field.root(node));
        }
        String message = "The descriptor is " + node.kind() + ", but must be an object.";
        return Outcome.stopped(
                Problem.of(NOT_AN_OBJECT, message, "Its fields are dataProduct and componentIdToProvision.")
                        .at("", node.position()));
    }
}
