package io.outputport.provisioner.descriptor.mistake.scene;

import io.outputport.foundation.outcome.Position;
import java.util.Optional;

/**
 * Where the scanner gave up, and what stands around it.
 *
 * @param complaint its own words, which are never repeated
 * @param within what it was reading
 * @param context where that began
 * @param place where it gave up
 */
public record Scene(
        String complaint, String within, Optional<Position> context, Position place, Lines lines, Tokens tokens) {

    public boolean complains(String words) {
        return complaint.contains(words);
    }

    public Line line() {
        return lines.at(place.line());
    }

    /** The line before the place that holds something. */
    public Optional<Line> before() {
        return lines.before(place.line());
    }

    /** Whether the line begins with what the scanner stumbled over: at it, or at the field that its colon ends. */
    public boolean isAtStartOfLine() {
        Line line = line();
        return place.column() - 1 <= line.indent()
                || line.key()
                        .filter(key ->
                                place.column() == key.column() + key.name().length())
                        .isPresent();
    }
}
