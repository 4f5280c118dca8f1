package io.outputport.provisioner.descriptor.tree;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.UNREADABLE;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.mistake.YamlMistakes;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The YAML scanner's complaints in words for the author of a descriptor, where the mistake behind one is not known; the
 * scanner's own texts are not repeated.
 */
record YamlMessage(String complaint, String message, String hint) {
    private static final YamlMessage OTHER =
            new YamlMessage("", "The YAML cannot be read here.", "Check the quotes, colons and indentation around it.");

    /** The first whose complaint is part of the scanner's speaks. */
    private static final List<YamlMessage> KNOWN = List.of(
            new YamlMessage(
                    "expected <block end>",
                    "This line does not fit the lines before it.",
                    "Indent all fields of an object alike, and all items of a list."),
            new YamlMessage("tag", "YAML tags are not supported.", "Remove the tag."),
            new YamlMessage(
                    "expected '<document start>'",
                    "There is text after the end of the document.",
                    "Check the indentation, or remove it."),
            new YamlMessage(
                    "expected the node content",
                    "A value is expected here.",
                    "Remove the extra comma or bracket, or add the value."));

    static Problem of(YAMLException unreadable, String text, DescriptorLimits limits) {
        if (unreadable instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return YamlMistakes.find(marked, text, limits.bytes())
                    .map(mistake -> Problem.of(UNREADABLE, mistake.message(), mistake.hint())
                            .at("", mistake.place()))
                    .orElseGet(() -> complaint(marked));
        }
        return unplaced();
    }

    private static Problem complaint(MarkedYAMLException marked) {
        YamlMessage known = KNOWN.stream()
                .filter(message -> text(marked).contains(message.complaint()))
                .findFirst()
                .orElse(OTHER);
        return Problem.of(UNREADABLE, known.message(), known.hint()).at("", YamlText.position(marked.getProblemMark()));
    }

    /** For the complaints that come without a place. */
    static Problem unplaced() {
        return Problem.of(
                UNREADABLE,
                "The descriptor is neither YAML nor JSON that can be read.",
                "Check the escapes after backslashes.");
    }

    private static String text(MarkedYAMLException marked) {
        return Optional.ofNullable(marked.getProblem()).orElse("");
    }
}
