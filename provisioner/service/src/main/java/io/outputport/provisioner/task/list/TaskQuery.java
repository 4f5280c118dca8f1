package io.outputport.provisioner.task.list;

import java.util.Optional;
import java.util.Set;

/**
 * Which tasks to list, newest first.
 *
 * @param state one of {@link #STATES}
 * @param before only tasks that arrived before the one of this number
 * @param limit how many at most, 1 to {@link #LARGEST_PAGE}
 */
public record TaskQuery(Optional<String> component, Optional<String> state, Optional<Long> before, int limit) {
    public static final Set<String> STATES = Set.of("RUNNING", "COMPLETED", "FAILED", "TERMINATING", "TERMINATED");
    public static final int LARGEST_PAGE = 500;

    public TaskQuery {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " tasks");
        }
        if (state.filter(name -> !STATES.contains(name)).isPresent()) {
            throw new IllegalArgumentException("there is no state " + state.get());
        }
    }
}
