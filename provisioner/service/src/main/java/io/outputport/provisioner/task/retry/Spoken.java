package io.outputport.provisioner.task.retry;

import java.time.Duration;

/** Durations as people read them. */
public final class Spoken {
    private Spoken() {}

    /** Whole seconds up to two minutes, whole minutes beyond; rounded up, so that a wait is never shown too short. */
    public static String words(Duration duration) {
        long seconds = Math.max(1, duration.plusMillis(999).toSeconds());
        return seconds <= 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }
}
