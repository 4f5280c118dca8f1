package io.outputport.provisioner.descriptor.tree;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.UNREADABLE;

import io.outputport.provisioner.outcome.Problem;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The YAML scanner's complaints in words for the author of a descriptor; the scanner's own texts are not repeated. */
record YamlMessage(String complaint, String message, String hint) {
    private static final YamlMessage OTHER =
            new YamlMessage("", "The YAML cannot be read here.", "Check the quotes, colons and indentation around it.");

    /** The first whose complaint is part of the scanner's speaks. */
    private static final List<YamlMessage> KNOWN = List.of(
            new YamlMessage("\\t(TAB)", "A tab stands where YAML allows only spaces.", "Indent with spaces."),
            new YamlMessage(
                    "cannot start any token",
                    "This character cannot start a value in YAML.",
                    "Put the value in double quotes."),
            new YamlMessage(
                    "mapping values are not allowed here",
                    "A colon is not allowed here.",
                    "Put a value that holds a colon in quotes, and check the indentation."),
            new YamlMessage(
                    "expected <block end>",
                    "This line does not fit the lines before it.",
                    "Indent all fields of an object alike, and all items of a list."),
            new YamlMessage(
                    "could not find expected ':'",
                    "A line before this place is neither \"field: value\" nor an item of a list.",
                    "Add the colon, or indent the line as part of the text above it."),
            new YamlMessage("found unexpected end of stream", "A text in quotes is never closed.", "Close the quotes."),
            new YamlMessage(
                    "found unexpected document separator",
                    "A text in quotes is not closed before the document ends.",
                    "Close the quotes."),
            new YamlMessage(
                    "expected ',' or",
                    "A bracket or brace is not closed, or a comma is missing.",
                    "Check the list or object in brackets around it."),
            new YamlMessage(
                    "unknown escape character",
                    "A backslash in double quotes is followed by a character that YAML does not know.",
                    "Write the backslash twice, or use single quotes."),
            new YamlMessage("tag", "YAML tags are not supported.", "Remove the tag."),
            new YamlMessage(
                    "expected '<document start>'",
                    "There is text after the end of the document.",
                    "Check the indentation, or remove it."),
            new YamlMessage(
                    "expected the node content",
                    "A value is expected here.",
                    "Remove the extra comma or bracket, or add the value."));

    static Problem of(YAMLException unreadable) {
        if (unreadable instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            YamlMessage known = KNOWN.stream()
                    .filter(message -> text(marked).contains(message.complaint()))
                    .findFirst()
                    .orElse(OTHER);
            return Problem.of(UNREADABLE, known.message(), known.hint())
                    .at("", YamlText.position(marked.getProblemMark()));
        }
        return unplaced();
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
