package io.outputport.provisioner.cli.progress;

import java.time.Duration;

/**
 * How long somebody waits at the terminal.
 *
 * @param words the whole time as it was written
 * @param end as {@link System#nanoTime} counts
 */
public record FollowTimeout(String words, long end) {
    private static final Duration LONGEST = Duration.ofDays(365);

    static FollowTimeout of(String words, Duration length) {
        Duration bounded = length.compareTo(LONGEST) < 0 ? length : LONGEST;
        return new FollowTimeout(words, System.nanoTime() + bounded.toNanos());
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }
}
