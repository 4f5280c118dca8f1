package io.outputport.provisioner.task;

import java.time.Duration;
import java.util.function.Function;

/** What came of a {@link Submission}. */
public sealed interface Acceptance {
    /** The task is a row in the database: it survives whatever happens next. */
    record Accepted(TaskToken token) implements Acceptance {}

    /** Nothing was stored: the queue is full or the service is stopping. */
    record Rejected(String sentence, Duration retryAfter) implements Acceptance {}

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(Function<Accepted, ? extends R> accepted, Function<Rejected, ? extends R> refused) {
        if (this instanceof Accepted it) {
            return accepted.apply(it);
        }
        return refused.apply((Rejected) this);
    }
}
