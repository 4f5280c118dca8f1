package io.outputport.provisioner.task.run;

import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What the timetable has to do after a task ran. */
public sealed interface Next {
    record Due(Instant at) implements Next {}

    /**
     * Nothing more.
     *
     * @param successor the task of the same component whose turn it is now
     */
    record Finished(Optional<TaskToken> successor) implements Next {}

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(Function<Due, ? extends R> again, Function<Finished, ? extends R> over) {
        if (this instanceof Due it) {
            return again.apply(it);
        }
        return over.apply((Finished) this);
    }
}
