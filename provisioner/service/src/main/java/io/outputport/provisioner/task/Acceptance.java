package io.outputport.provisioner.task;

import java.time.Duration;

/** What came of a {@link Submission}. */
public sealed interface Acceptance {
    /** The task is a row in the database: it survives whatever happens next. */
    record Accepted(TaskToken token) implements Acceptance {}

    /** Nothing was stored: the queue is full or the service is stopping. */
    record Refused(String sentence, Duration retryAfter) implements Acceptance {}
}
