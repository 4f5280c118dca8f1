package io.outputport.provisioner.cli.report;

import io.outputport.foundation.outcome.Position;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.util.Optional;

/**
 * The line that a problem is in, and how far the offending text reaches in it.
 *
 * @param start of the offending text, counted from 0 in code points
 * @param length in code points, at least 1
 */
record Excerpt(int[] line, int start, int length) {
    private static final int LONGEST = 160;
    private static final int BEFORE = 60;
    private static final String ELLIPSIS = "…";

    /** Empty when the text has no such line. */
    static Optional<Excerpt> of(String text, Position position) {
        return text.lines().skip(position.line() - 1L).findFirst().map(line -> {
            String bare = position.line() == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            int[] characters = bare.codePoints().toArray();
            int start = Math.min(position.column() - 1, characters.length);
            return new Excerpt(characters, start, Math.max(1, Extent.of(characters, start)));
        });
    }

    /** The line, or of a long one what stands around the place. */
    String shown() {
        return (from() > 0 ? ELLIPSIS : "") + text(from(), to()) + (to() < line.length ? ELLIPSIS : "");
    }

    String caret() {
        int before = TerminalText.width(text(from(), start)) + (from() > 0 ? 1 : 0);
        int end = Math.min(start + length, to());
        return " ".repeat(before) + "^".repeat(Math.max(1, TerminalText.width(text(start, end))));
    }

    private int from() {
        return line.length <= LONGEST ? 0 : Math.max(0, start - BEFORE);
    }

    private int to() {
        return Math.min(line.length, from() + LONGEST);
    }

    private String text(int from, int to) {
        StringBuilder shown = new StringBuilder();
        for (int at = from; at < to; at++) {
            shown.append(TerminalText.shown(line[at]));
        }
        return shown.toString();
    }
}
