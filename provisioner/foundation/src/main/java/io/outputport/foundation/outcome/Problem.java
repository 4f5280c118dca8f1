package io.outputport.foundation.outcome;

import java.util.Optional;

/**
 * One thing that is wrong, in words for the person who has to mend it.
 *
 * @param message one sentence: what is wrong; never a secret, never an exception's text
 * @param path the field in dot form, for example {@code dataProduct.components[2].specific.select}
 * @param position where the field stands in the text that was sent
 * @param hint what to write or do instead
 * @param fix the exact value to write at the path, where it is known: what a tool can write by itself
 */
public record Problem(
        ProblemCode code,
        String message,
        Optional<String> path,
        Optional<Position> position,
        Optional<String> hint,
        Optional<String> fix) {
    /** Whatever words of others it holds, it can be shown in one line. */
    public Problem {
        message = Masking.sentence(message);
        path = path.map(Masking::inOneLine);
        hint = hint.map(Masking::sentence);
        fix = fix.map(Masking::inOneLine);
    }

    /** One that only a person can mend. */
    public Problem(
            ProblemCode code,
            String message,
            Optional<String> path,
            Optional<Position> position,
            Optional<String> hint) {
        this(code, message, path, position, hint, Optional.empty());
    }

    /** A problem of no particular place in a text. */
    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Problem of(ProblemCode code, String message, String hint) {
        return new Problem(code, message, Optional.empty(), Optional.empty(), Optional.of(hint));
    }

    /** The same problem at a place; an empty {@code field} is the text as a whole. */
    public Problem at(String field, Position where) {
        Optional<String> place = Optional.of(field).filter(path -> !path.isEmpty());
        return new Problem(code, message, place, Optional.of(where), hint, fix);
    }

    /** The same problem, which is mended by writing this value. */
    public Problem mendedBy(String value) {
        return new Problem(code, message, path, position, hint, Optional.of(value));
    }

    /** The whole problem in one line: where, what, and the remedy. */
    public String sentence() {
        StringBuilder line = new StringBuilder();
        path.ifPresent(line::append);
        position.ifPresent(where ->
                line.append(path.isPresent() ? " (" : "(").append(where).append(')'));
        if (!line.isEmpty()) {
            line.append(": ");
        }
        line.append(message);
        hint.ifPresent(remedy -> line.append(' ').append(remedy));
        return line.toString();
    }
}
