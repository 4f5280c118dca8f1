package io.outputport.provisioner.task;

import java.time.Instant;

/**
 * Accepted work, as its handler sees it.
 *
 * @param attempt 1 for the first try
 */
public record Task(
        TaskToken token, Operation operation, String component, String request, Instant acceptedAt, int attempt) {
    /** The same task, tried once more. */
    public Task nextAttempt() {
        return new Task(token, operation, component, request, acceptedAt, attempt + 1);
    }
}
