package io.outputport.provisioner.descriptor.mistake;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.mistake.scene.Line;
import io.outputport.provisioner.descriptor.mistake.scene.Scene;
import java.util.Optional;

/** Values that YAML takes for something else, and fields without their colon. */
final class ValueMistakes {
    private static final char FULL_WIDTH_COLON = '\uFF1A';

    private ValueMistakes() {}

    static Optional<Mistake> noColon(Scene scene) {
        return scene.complains("could not find expected ':'")
                ? scene.context().map(start -> noColon(scene, scene.lines().at(start.line())))
                : Optional.empty();
    }

    /** A line that is neither a field nor an item. */
    static Mistake noColon(Scene scene, Line line) {
        int wide = line.text().indexOf(FULL_WIDTH_COLON);
        if (wide >= 0) {
            return new Mistake(
                    line.at(line.text().codePointCount(0, wide) + 1),
                    "This colon is a full-width one (U+FF1A).",
                    "Write a plain colon and a space.");
        }
        boolean inList = scene.lines()
                .before(line.number())
                .filter(above -> above.isItem() && above.indent() == line.indent())
                .isPresent();
        String value = line.text().strip();
        if (inList) {
            return new Mistake(
                    line.start(),
                    "The line does not begin with a dash, as the item above it does.",
                    "Write - " + Excerpt.plain(value) + ".");
        }
        String[] words = value.split("\\s+", 2);
        String field = Excerpt.plain(words.length == 2 ? words[0] + ": " + words[1] : value + ":");
        return new Mistake(
                line.start(), "The line has no colon, so it is no field.", "Write " + field + Phrases.stop(field));
    }

    static Optional<Mistake> colon(Scene scene) {
        return scene.complains("mapping values are not allowed")
                ? Optional.of(new Mistake(
                        scene.place(),
                        "A value without quotes cannot hold a colon that a space follows.",
                        instead(scene, "Put the value in quotes")))
                : Optional.empty();
    }

    static Optional<Mistake> firstCharacter(Scene scene) {
        boolean alias =
                scene.within().contains("scanning an alias") || scene.within().contains("scanning an anchor");
        boolean key = scene.complains("mapping keys are not allowed");
        if (!alias && !key && !scene.complains("cannot start any token")) {
            return Optional.empty();
        }
        Position start = alias ? scene.context().orElse(scene.place()) : scene.place();
        String character = Character.toString(scene.lines().at(start.line()).character(start.column()));
        return Optional.of(new Mistake(
                start,
                "A value without quotes cannot begin with " + Excerpt.plain(character) + " in YAML.",
                instead(scene, "Put the value in quotes")));
    }

    static Optional<Mistake> listInLine(Scene scene) {
        return scene.complains("sequence entries are not allowed")
                ? Optional.of(new Mistake(
                        scene.place(),
                        "A list cannot begin in the line of its field.",
                        "Begin it in the next line, or put the value in quotes if it is meant as text."))
                : Optional.empty();
    }

    static Optional<Mistake> block(Scene scene) {
        return scene.within().contains("block scalar") && scene.complains("expected a comment or a line break")
                ? scene.context()
                        .map(start -> new Mistake(
                                start,
                                "After this sign the text must begin in the next line.",
                                instead(scene, "Begin it there, or put the value in quotes")))
                : Optional.empty();
    }

    private static String instead(Scene scene, String remedy) {
        Line line = scene.line();
        return line.key()
                .map(key -> line.from(key.column() + key.name().length() + 1))
                .filter(value -> !value.isEmpty())
                .map(value -> remedy + ": " + Excerpt.plain(Phrases.quoted(value)) + ".")
                .orElse(remedy + ".");
    }
}
