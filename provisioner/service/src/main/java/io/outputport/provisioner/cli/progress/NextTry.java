package io.outputport.provisioner.cli.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a task that waits is tried again, as the last line of its log says. Counted from when that line came, since the
 * service's clock may be another one.
 */
final class NextTry {
    private static final Pattern AGAIN = Pattern.compile("Trying again in (\\d{1,6}) (s|min)\\.$");

    private int lines;
    private long due;
    private boolean waits;

    /** @param logs of a status, the newest last */
    void see(JsonNode logs) {
        if (logs.size() == lines) {
            return;
        }
        lines = logs.size();
        Matcher again = AGAIN.matcher(logs.path(lines - 1).path("message").asText());
        waits = again.find();
        if (waits) {
            long amount = Long.parseLong(again.group(1));
            TimeUnit unit = again.group(2).equals("s") ? TimeUnit.SECONDS : TimeUnit.MINUTES;
            due = System.nanoTime() + unit.toNanos(amount);
        }
    }

    /** To stand behind the state; empty while the task works. */
    String words() {
        if (!waits) {
            return "";
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(due - System.nanoTime());
        return seconds > 0 ? ", tried again in " + seconds + " s" : ", tried again now";
    }
}
