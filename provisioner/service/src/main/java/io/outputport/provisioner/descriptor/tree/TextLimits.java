package io.outputport.provisioner.descriptor.tree;

import static io.outputport.provisioner.descriptor.tree.TreeProblems.CHARACTER;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.LINE_TOO_LONG;
import static io.outputport.provisioner.descriptor.tree.TreeProblems.TOO_LARGE;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** What is judged of a text before anybody parses it: size, length of lines, characters. */
public final class TextLimits {
    /** Of UTF-8 for one of Java's characters; a pair of surrogates has four for two. */
    private static final long MOST_BYTES = 3;

    private TextLimits() {}

    public static Optional<Problem> size(String text, DescriptorLimits limits) {
        return fits(text, limits.bytes()) ? Optional.empty() : Optional.of(tooLarge(utf8Length(text), limits.bytes()));
    }

    private static Problem tooLarge(long bytes, int most) {
        return Problem.of(
                TOO_LARGE,
                "The descriptor has " + bytes + " bytes, but at most " + most + " are allowed.",
                "Send a smaller one, or let the operator raise MAX_DESCRIPTOR_SIZE.");
    }

    /** The first character that YAML forbids, or the first line that is too long. */
    public static Optional<Problem> lines(String text, DescriptorLimits limits) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                return Optional.of(forbidden(character, new Position(line, column)));
            }
            if (column > limits.lineLength()) {
                return Optional.of(tooLong(limits, new Position(line, 1)));
            }
            boolean lineEnds = character == '\n';
            line = lineEnds ? line + 1 : line;
            column = lineEnds ? 1 : column + 1;
            at += Character.charCount(character);
        }
        return Optional.empty();
    }

    /** Counted only where a guess by the number of characters, of one to three bytes each, does not tell. */
    private static boolean fits(String text, int bytes) {
        return MOST_BYTES * text.length() <= bytes || text.length() <= bytes && utf8Length(text) <= bytes;
    }

    private static long utf8Length(String text) {
        long length = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            length += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            at += Character.charCount(character);
        }
        return length;
    }

    private static Problem forbidden(int character, Position where) {
        String message = String.format("The character U+%04X is not allowed in YAML.", character);
        String hint = character == 0
                ? "Remove it; where every other character is one, the text is UTF-16: save it as UTF-8."
                : "Remove it.";
        return Problem.of(CHARACTER, message, hint).at("", where);
    }

    private static Problem tooLong(DescriptorLimits limits, Position where) {
        String message = "The line has more than the " + limits.lineLength() + " characters that are allowed.";
        return Problem.of(LINE_TOO_LONG, message, "Break the line, or shorten the value.")
                .at("", where);
    }
}
