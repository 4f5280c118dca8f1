package io.outputport.provisioner.task.retry;

import java.time.Duration;

/**
 * The growing pause between attempts.
 *
 * @param first the pause after the first attempt; each further one doubles it
 * @param most where the doubling ends
 * @param spread the part of the pause, 0 to 1, by which chance may lengthen it, so that tasks that failed together do
 *     not come back together
 */
public record BackOff(Duration first, Duration most, double spread) {
    /** From one second to a minute, lengthened by up to a fifth. */
    public static final BackOff USUAL = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1), 0.2);

    private static final int ENOUGH_DOUBLINGS = 30;

    /**
     * The pause after an attempt.
     *
     * @param attempt the one that just ended, counted from 1
     * @param atLeast what the failure asked for; never undercut
     * @param chance from 0 to 1
     */
    public Duration pause(int attempt, Duration atLeast, double chance) {
        long doubled = first.toMillis() << Math.min(attempt - 1, ENOUGH_DOUBLINGS);
        long millis = Math.max(Math.min(doubled, most.toMillis()), atLeast.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 + spread * chance)));
    }
}
