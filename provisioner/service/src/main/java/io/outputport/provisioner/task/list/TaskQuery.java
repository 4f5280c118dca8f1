package io.outputport.provisioner.task.list;

import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which tasks to list, newest first.
 *
 * @param state one of {@link #STATES}
 * @param before only tasks that arrived before the one of this number
 * @param limit how many at most, 1 to {@link #LARGEST_PAGE}
 * @param since only tasks that were accepted, begun or ended then or later, and those that wait to be tried again
 * @param token only the task with this token
 */
public record TaskQuery(
        Optional<String> component,
        Optional<String> state,
        Optional<Long> before,
        int limit,
        Optional<Instant> since,
        Optional<TaskToken> token) {
    public static final Set<String> STATES = Set.of("RUNNING", "COMPLETED", "FAILED", "TERMINATING", "TERMINATED");
    public static final int LARGEST_PAGE = 500;

    public TaskQuery(Optional<String> component, Optional<String> state, Optional<Long> before, int limit) {
        this(component, state, before, limit, Optional.empty(), Optional.empty());
    }

    /** One task. */
    public static TaskQuery of(TaskToken token) {
        return new TaskQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), 1, Optional.empty(), Optional.of(token));
    }

    /** What has changed, as far as one page holds it. */
    public static TaskQuery changedSince(Optional<String> component, Instant since) {
        return new TaskQuery(
                component, Optional.empty(), Optional.empty(), LARGEST_PAGE, Optional.of(since), Optional.empty());
    }

    public TaskQuery {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " tasks");
        }
        if (state.filter(name -> !STATES.contains(name)).isPresent()) {
            throw new IllegalArgumentException("there is no state " + state.get());
        }
    }
}
