package io.outputport.provisioner.cli.report;

/** How far a value or field reaches in its line, as YAML and JSON write it. */
final class Extent {
    private Extent() {}

    static int of(int[] line, int start) {
        if (start >= line.length) {
            return 1;
        }
        int first = line[start];
        if (first == '"' || first == '\'') {
            return quoted(line, start, first);
        }
        if (first == '\t' || isOddBlank(first)) {
            return run(line, start);
        }
        boolean dash = first == '-' && (start + 1 == line.length || Character.isWhitespace(line[start + 1]));
        return dash || first == '{' || first == '[' || first == ':' ? 1 : plain(line, start);
    }

    /** Blanks that YAML does not take for such: of them only their own run is underlined. */
    private static boolean isOddBlank(int character) {
        return character != ' ' && Character.isSpaceChar(character);
    }

    private static int run(int[] line, int start) {
        int end = start;
        while (end < line.length && line[end] == line[start]) {
            end++;
        }
        return end - start;
    }

    private static int quoted(int[] line, int start, int quote) {
        for (int at = start + 1; at < line.length; at++) {
            if (line[at] == '\\' && quote == '"') {
                at++;
            } else if (line[at] == quote) {
                return at + 1 - start;
            }
        }
        return line.length - start;
    }

    /** To the colon of a field, a comment, a bracket that closes, or the end of the line, less the blanks before it. */
    private static int plain(int[] line, int start) {
        int end = start;
        while (end < line.length && !ends(line, end)) {
            end++;
        }
        while (end > start && Character.isWhitespace(line[end - 1])) {
            end--;
        }
        return end - start;
    }

    private static boolean ends(int[] line, int at) {
        boolean blankFollows = at + 1 >= line.length || Character.isWhitespace(line[at + 1]);
        return switch (line[at]) {
            case ':' -> blankFollows;
            case '#' -> at > 0 && Character.isWhitespace(line[at - 1]);
            case ',', ']', '}' -> line[0] == '{' || blankFollows;
            default -> false;
        };
    }
}
