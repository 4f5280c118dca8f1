package io.outputport.provisioner.descriptor.mistake;

import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.mistake.scene.Line;
import io.outputport.provisioner.descriptor.mistake.scene.Lines;
import io.outputport.provisioner.descriptor.mistake.scene.Scene;
import io.outputport.provisioner.descriptor.mistake.scene.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lines that start in the wrong column, or without the dash of their list. */
final class IndentMistakes {
    private IndentMistakes() {}

    /** A line above that a wrong one may have been meant to stand under. */
    private record Indentation(Line line, int indent, boolean item) {
        String shown() {
            return item
                    ? "the items of the list"
                    : line.key()
                            .map(key -> Excerpt.plain(key.name()) + " in line " + line.number())
                            .orElse("line " + line.number());
        }
    }

    static Optional<Mistake> dashMissing(Scene scene) {
        boolean fits = scene.complains("but found '?'") && scene.within().contains("block collection");
        return fits
                ? Optional.of(new Mistake(
                        scene.line().start(),
                        "A field stands here, where the list above has items that begin with a dash.",
                        "Write - " + Excerpt.plain(scene.line().text().strip())
                                + ", or indent the line as the fields of the item above."))
                : Optional.empty();
    }

    static Optional<Mistake> itemAmongFields(Scene scene) {
        if (!scene.complains("but found '-'")) {
            return Optional.empty();
        }
        Line line = scene.line();
        String hint = levels(scene).stream()
                .filter(level -> level.item() && level.indent() < line.indent())
                .findFirst()
                .map(level -> "Indent it by " + Phrases.spaces(level.indent()) + ", as " + level.shown() + ".")
                .orElse("Begin every item of the list with a dash, or remove this one.");
        return Optional.of(new Mistake(scene.place(), "An item of a list stands among the fields of an object.", hint));
    }

    /** A field further in than the one above it, which has its value already. */
    static Optional<Mistake> deeper(Scene scene) {
        boolean fits = scene.complains("mapping values are not allowed") && scene.isAtStartOfLine();
        return fits ? scene.before().map(above -> deeper(scene, above)) : Optional.empty();
    }

    private static Mistake deeper(Scene scene, Line above) {
        if (above.key().isEmpty() && !above.isItem()) {
            return ValueMistakes.noColon(scene, above);
        }
        if (!above.isItem() && isInList(scene.lines(), above)) {
            return new Mistake(
                    above.start(),
                    "The line does not begin with a dash, as the items below it do.",
                    "Write - " + Excerpt.plain(above.text().strip()) + ".");
        }
        return wrong(scene, "The line is indented further than the one above, which has its value already.");
    }

    /** Whether a line below that is indented alike begins with a dash. */
    private static boolean isInList(Lines lines, Line line) {
        for (int number = line.number() + 1; number <= lines.count(); number++) {
            Line below = lines.at(number);
            if (!below.isEmpty() && below.indent() <= line.indent()) {
                return below.indent() == line.indent() && below.isItem();
            }
        }
        return false;
    }

    static Optional<Mistake> fitsNoLine(Scene scene) {
        boolean fits = scene.complains("but found '<block") || scene.complains("expected <block end>");
        if (!fits || !scene.isAtStartOfLine()) {
            return Optional.empty();
        }
        return scene.tokens()
                .last()
                .filter(read -> read.style() == '|' || read.style() == '>')
                .map(text -> lessThanText(scene, text))
                .or(() -> Optional.of(wrong(scene, "The line is indented as no line above it.")));
    }

    private static Mistake lessThanText(Scene scene, Tokens.Read text) {
        int first = scene.lines().at(text.start().line() + 1).indent();
        return new Mistake(
                scene.line().at(scene.line().indent() + 1),
                "The line is indented less than the first one of the text above.",
                "Indent it by " + Phrases.spaces(first) + ", as that one.");
    }

    private static Mistake wrong(Scene scene, String message) {
        Line line = scene.line();
        String hint = levels(scene).stream()
                .filter(level -> level.item() == line.isItem())
                .min(Comparator.comparingInt(level -> Math.abs(level.indent() - line.indent())))
                .map(level -> "Indent it by " + Phrases.spaces(level.indent()) + ", as " + level.shown() + ".")
                .orElse("Indent all fields of an object alike, and all items of a list.");
        return new Mistake(line.at(line.indent() + 1), message, hint);
    }

    /** The fields and items that are open above the place, the innermost first. */
    private static List<Indentation> levels(Scene scene) {
        List<Indentation> levels = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (Optional<Line> line = scene.before();
                line.isPresent() && least > 0;
                line = scene.lines().before(line.get().number())) {
            Line above = line.get();
            int field = above.key().map(key -> key.column() - 1).orElse(Integer.MAX_VALUE);
            if (field < least) {
                levels.add(new Indentation(above, field, false));
                least = field;
            }
            if (above.isItem() && above.indent() < least) {
                levels.add(new Indentation(above, above.indent(), true));
                least = above.indent();
            }
        }
        return levels;
    }
}
