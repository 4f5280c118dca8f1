package io.outputport.provisioner.descriptor.mistake;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.mistake.scene.Lines;
import io.outputport.provisioner.descriptor.mistake.scene.Scene;
import io.outputport.provisioner.descriptor.mistake.scene.Tokens;
import io.outputport.provisioner.descriptor.mistake.scene.Tokens.Scalar;
import java.util.List;
import java.util.Optional;

/** Quotes that are not closed, or closed too early. */
final class QuoteMistakes {
    private QuoteMistakes() {}

    /** At the end of the text nothing closes it; before that, the next quote does, and what was meant as text follows. */
    static Optional<Mistake> unclosed(Scene scene) {
        boolean open = scene.within().contains("quoted scalar")
                && (scene.complains("end of stream") || scene.complains("document separator"));
        return open ? scene.context().map(start -> unclosed(scene, start)) : swallowed(scene);
    }

    static Optional<Mistake> backslash(Scene scene) {
        return scene.complains("unknown escape character") || scene.complains("escape sequence")
                ? Optional.of(new Mistake(
                        new Position(
                                scene.place().line(), Math.max(1, scene.place().column() - 1)),
                        "A backslash in double quotes is followed by a character that YAML does not know.",
                        "Write the backslash twice, or put the value in single quotes."))
                : Optional.empty();
    }

    /** {@code 'it's'}: the text ends where its author wanted a quote in it. */
    static Optional<Mistake> endsEarly(Scene scene) {
        return scene.tokens()
                .last()
                .filter(read -> read.style() == '"' || read.style() == '\'')
                .filter(read -> read.end().equals(scene.place())
                        || read.end().line() == scene.place().line() && scene.complains("but found '<scalar>'"))
                .filter(read -> Character.isLetterOrDigit(
                        scene.line().character(scene.place().column())))
                .map(read -> endsEarly(scene, read));
    }

    private static Mistake endsEarly(Scene scene, Tokens.Read read) {
        String rest = scene.line().from(read.end().column());
        Position quote = new Position(read.end().line(), read.end().column() - 1);
        String message = "The text in quotes ends here, but the line goes on.";
        if (rest.indexOf(read.style()) < 0) {
            String whole = Phrases.quoted(
                    scene.lines().at(read.start().line()).from(read.start().column()));
            return new Mistake(quote, message, "Put the whole value in quotes: " + Excerpt.plain(whole) + ".");
        }
        return read.style() == '"'
                ? new Mistake(quote, message, "Write \\\" for a quote within double quotes, or close the text before.")
                : new Mistake(quote, message, "Write '' for a quote within single quotes.");
    }

    /** Of several that close each other the first is the one that lacks its end. */
    private static Optional<Mistake> swallowed(Scene scene) {
        List<Scalar> quoted = scene.tokens().quoted();
        Optional<Scalar> first = Optional.empty();
        Position next = scene.place();
        for (int at = quoted.size() - 1; at >= 0; at--) {
            Scalar text = quoted.get(at);
            if (text.end().line() < next.line() || !holdsField(scene.lines(), text)) {
                break;
            }
            first = Optional.of(text);
            next = text.start();
        }
        return first.map(text -> unclosed(scene, text.start()));
    }

    private static boolean holdsField(Lines lines, Scalar text) {
        for (int number = text.start().line() + 1; number <= text.end().line(); number++) {
            if (lines.at(number).key().isPresent() || lines.at(number).isItem()) {
                return true;
            }
        }
        return false;
    }

    private static Mistake unclosed(Scene scene, Position start) {
        String value = scene.lines().at(start.line()).from(start.column());
        char quote = value.charAt(0);
        String hint = scene.tokens().innermost().isPresent()
                ? "Write " + quote + " at the end of the text."
                : "Write " + Excerpt.plain(value + quote) + ".";
        return new Mistake(start, "The quote that opens here is not closed.", hint);
    }
}
