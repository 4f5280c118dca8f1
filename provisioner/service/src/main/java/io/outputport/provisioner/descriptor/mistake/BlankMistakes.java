package io.outputport.provisioner.descriptor.mistake;

import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.mistake.scene.Line;
import io.outputport.provisioner.descriptor.mistake.scene.Scene;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Blanks of the wrong kind, and blanks that are missing. */
final class BlankMistakes {
    /** What looks like a blank, or like nothing, and is none to YAML. */
    private static final String ODD = "[\\p{Zs}\\u200B\\u2060\\uFEFF&&[^ ]]";

    private static final Pattern ODD_INDENT = Pattern.compile(" *(" + ODD + ")[\\s\\p{Zs}]*\\S.*");
    private static final Pattern ODD_AFTER_MARK =
            Pattern.compile("(\\s*(?:- +)*+(?:[A-Za-z_][\\w.-]*:|-))(" + ODD + ").*");
    private static final Pattern COLON = Pattern.compile("(\\s*)((?:- +)*+)([A-Za-z_][\\w.-]*):((?!//)[^\\s:].*)");
    private static final Pattern DASH = Pattern.compile("(\\s*)-([A-Za-z_\"'{\\[].*)");

    private BlankMistakes() {}

    static Optional<Mistake> tab(Scene scene) {
        Line line = scene.line();
        String indentation = line.text().substring(0, line.indent());
        int tab = indentation.indexOf('\t');
        if (tab >= 0) {
            String before = scene.before()
                    .filter(above -> above.indent() > 0)
                    .map(above -> " The line above has " + Phrases.spaces(above.indent()) + ".")
                    .orElse("");
            return Optional.of(new Mistake(
                    line.at(tab + 1),
                    "A tab stands in the indentation, where YAML allows only spaces.",
                    "Indent with spaces." + before));
        }
        return scene.complains("\\t(TAB)")
                ? Optional.of(new Mistake(
                        scene.place(), "A tab stands where YAML allows only spaces.", "Write a space instead."))
                : Optional.empty();
    }

    static Optional<Mistake> oddBlank(Scene scene) {
        Optional<Mistake> found = Optional.empty();
        for (Line line = scene.line(); line.number() > 0; line = scene.lines().at(line.number() - 1)) {
            Optional<Mistake> here = oddBlank(line);
            if (here.isEmpty() && line.number() < scene.place().line() && !line.isEmpty()) {
                return found;
            }
            found = here.isPresent() ? here : found;
        }
        return found;
    }

    /** {@code field:value} is one text to YAML, and goes on in the next line. */
    static Optional<Mistake> afterColon(Scene scene) {
        return near(scene).flatMap(line -> afterColon(scene, line).stream()).findFirst();
    }

    static Optional<Mistake> afterDash(Scene scene) {
        boolean fits = scene.complains("found '?'") || scene.complains("':'") || scene.complains("mapping values");
        return fits
                ? near(scene).flatMap(line -> afterDash(scene, line).stream()).findFirst()
                : Optional.empty();
    }

    /** The lines where what the scanner stumbled over may have begun. */
    private static Stream<Line> near(Scene scene) {
        boolean simpleKey = scene.complains("could not find expected ':'");
        Stream<Line> context =
                simpleKey ? scene.context().map(it -> scene.lines().at(it.line())).stream() : Stream.empty();
        return Stream.concat(context, Stream.concat(Stream.of(scene.line()), scene.before().stream()));
    }

    private static Optional<Mistake> oddBlank(Line line) {
        Matcher indent = ODD_INDENT.matcher(line.text());
        if (indent.matches()) {
            return Optional.of(odd(line, indent.start(1), "stands in the indentation, where YAML allows only spaces."));
        }
        Matcher after = ODD_AFTER_MARK.matcher(line.text());
        return after.matches()
                ? Optional.of(odd(line, after.start(2), "stands where YAML needs a plain space."))
                : Optional.empty();
    }

    private static Mistake odd(Line line, int index, String where) {
        int character = line.text().codePointAt(index);
        String name = character == 0xA0
                ? "A non-breaking space (U+00A0) "
                : String.format("The character U+%04X ", character);
        return new Mistake(line.at(index + 1), name + where, "Replace it with a space.");
    }

    private static Optional<Mistake> afterColon(Scene scene, Line line) {
        Matcher field = COLON.matcher(line.text());
        boolean fits = field.matches() && (field.group(2).isEmpty() || isItemOfFields(scene, line, field.end(2)));
        if (!fits || scene.tokens().innermost().isPresent()) {
            return Optional.empty();
        }
        String written = Excerpt.plain(field.group(3) + ": " + field.group(4).strip());
        return Optional.of(new Mistake(
                line.at(field.end(3) + 1),
                "There is no space after the colon, so YAML does not see a field here.",
                "Write " + written + Phrases.stop(written)));
    }

    /** {@code - urn:a} is an item; {@code - kind:a} with a field below it was meant as one. */
    private static boolean isItemOfFields(Scene scene, Line line, int column) {
        Line next = scene.lines().at(line.number() + 1);
        return next.indent() == column && next.key().isPresent();
    }

    private static Optional<Mistake> afterDash(Scene scene, Line line) {
        Matcher item = DASH.matcher(line.text());
        if (!item.matches()) {
            return Optional.empty();
        }
        String written = Excerpt.plain("- " + item.group(2).strip());
        return Optional.of(new Mistake(
                line.at(item.end(1) + 1),
                "There is no space after the dash, so YAML does not see an item of a list here.",
                "Write " + written + Phrases.stop(written)));
    }
}
