package io.outputport.provisioner.measure;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The unfinished tasks of all replicas.
 *
 * @param tasks how many are in which stage; a stage without tasks may be missing
 * @param oldest how long ago the oldest of them was accepted; empty when there is none
 */
public record Backlog(Map<Stage, Integer> tasks, Optional<Duration> oldest) {
    /** How far an unfinished task is. */
    public enum Stage {
        /** Not begun. */
        QUEUED,
        /** A replica works on it, or died while it did. */
        RUNNING,
        /** An attempt came to nothing; the next one is due later. */
        RETRYING,
        /** It waits for its turn at another system, for example for a write of all that wait. */
        WAITING
    }

    public Backlog {
        tasks = Map.copyOf(tasks);
    }

    public int in(Stage stage) {
        return tasks.getOrDefault(stage, 0);
    }
}
