package io.outputport.provisioner.descriptor.mistake;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.mistake.scene.Scene;
import io.outputport.provisioner.descriptor.mistake.scene.Tokens;
import io.outputport.provisioner.descriptor.mistake.scene.Tokens.Bracket;
import java.util.Optional;

/** Brackets and braces that are missing, or one too many. */
final class BracketMistakes {
    private BracketMistakes() {}

    static Optional<Mistake> closesNothing(Scene scene) {
        char found = (char) scene.line().character(scene.place().column());
        boolean closer = found == ']' || found == '}';
        if (!closer || scene.tokens().innermost().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Mistake(
                scene.place(),
                "This " + found + " closes nothing: no " + opener(found) + " is open here.",
                "Remove it, or put the value in quotes if it is meant as text."));
    }

    static Optional<Mistake> open(Scene scene) {
        return scene.tokens().innermost().map(bracket -> open(scene, bracket));
    }

    private static Mistake open(Scene scene, Bracket bracket) {
        char found = (char) scene.line().character(scene.place().column());
        if ((found == ']' || found == '}') && found != bracket.closer() && scene.complains("expected ','")) {
            return new Mistake(
                    scene.place(),
                    "This " + found + " does not close the " + opener(bracket.closer()) + " at " + bracket.start()
                            + ".",
                    "Write " + bracket.closer() + " here.");
        }
        if (!scene.tokens().isClosedLater()) {
            return new Mistake(
                    bracket.start(),
                    "The " + opener(bracket.closer()) + " that opens here is not closed.",
                    "Write " + bracket.closer() + " at its end.");
        }
        return within(scene, found);
    }

    private static Mistake within(Scene scene, char found) {
        if (found == ',') {
            return new Mistake(
                    scene.place(), "A value is missing before this comma.", "Remove the comma, or add the value.");
        }
        if (found == '-') {
            return new Mistake(
                    scene.place(),
                    "A list with dashes cannot stand within brackets.",
                    "Separate the values with commas, or remove the brackets.");
        }
        Position place = found == ':' ? beforeColon(scene) : scene.place();
        return scene.complains("expected ','")
                ? new Mistake(place, "A comma is missing before this.", "Separate what stands in brackets with commas.")
                : new Mistake(
                        place, "This cannot stand within brackets.", "Put the value in quotes if it is meant as text.");
    }

    /** Where the field begins whose colon was one too many; a value without quotes runs on into its line. */
    private static Position beforeColon(Scene scene) {
        return scene.tokens()
                .last()
                .map(Tokens.Read::start)
                .filter(start -> start.line() == scene.place().line())
                .orElseGet(() -> scene.line().at(scene.line().indent() + 1));
    }

    /** {@code [draft] text}: meant as text, but begun as a list. */
    static Optional<Mistake> textAfter(Scene scene) {
        return scene.tokens()
                .last()
                .filter(read -> read.closesBracket()
                        && read.end().line() == scene.place().line())
                .filter(read -> scene.complains("but found '<scalar>'"))
                .map(read -> new Mistake(
                        scene.place(),
                        "Text follows the "
                                + (char) scene.line().character(read.end().column() - 1) + " that ends the value.",
                        scene.line()
                                .key()
                                .map(key -> "Put the whole value in quotes: "
                                        + Excerpt.plain(Phrases.quoted(scene.line()
                                                .from(key.column() + key.name().length() + 1)))
                                        + ".")
                                .orElse("Put the whole value in quotes.")));
    }

    private static char opener(char closer) {
        return closer == ']' ? '[' : '{';
    }
}
