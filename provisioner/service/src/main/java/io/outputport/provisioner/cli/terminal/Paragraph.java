package io.outputport.provisioner.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text set in lines that are no wider than a terminal usually is. */
public final class Paragraph {
    /** What fits beside a browser, and in a merge request. */
    public static final int WIDTH = 100;

    private Paragraph() {}

    /**
     * The text in lines, broken at blanks only: a word that is wider than a line, such as a name, can still be copied.
     *
     * @param indent how much of the width is taken by what stands before each line
     * @param text from elsewhere; made fit for a terminal
     */
    public static List<String> lines(int indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : TerminalText.shown(text).split(" +")) {
            if (!line.isEmpty() && indent + TerminalText.width(line + " " + word) > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text below a heading or beside a mark: every line but the first is indented as far as the first begins. */
    public static String hanging(int indent, String text) {
        return String.join("\n" + " ".repeat(indent), lines(indent, text));
    }
}
