package io.outputport.delivery.document;

import io.outputport.delivery.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of commands in a page.
 *
 * @param mark what the comment above it says: {@code run: Test} or {@code needs: something}; empty without one
 */
record ShellBlock(String page, String mark, String commands) {
    private static final Pattern BLOCK = Pattern.compile("(?sm)(?:^ *<!-- ([^\\n]*) -->\\n)?^ *```sh\\n(.*?)^ *```");
    private static final Pattern RUN = Pattern.compile("run: (\\w+)(?:, exit (\\d+))?");

    static List<ShellBlock> of(Path page) {
        return BLOCK.matcher(Repository.read(page))
                .results()
                .map(found -> new ShellBlock(page.getFileName().toString(), text(found, 1), text(found, 2)))
                .toList();
    }

    /** The test that runs it; empty when none does. */
    String test() {
        Matcher run = RUN.matcher(mark);
        return run.matches() ? run.group(1) : "";
    }

    /** The exit code that the page's reader will see. */
    int exit() {
        Matcher run = RUN.matcher(mark);
        return run.matches() && run.group(2) != null ? Integer.parseInt(run.group(2)) : 0;
    }

    boolean saysWhatItNeeds() {
        return mark.matches("needs: \\S.{2,}");
    }

    @Override
    public String toString() {
        return page + ": " + commands.lines().findFirst().orElse("");
    }

    private static String text(MatchResult found, int group) {
        return found.group(group) == null ? "" : found.group(group);
    }
}
