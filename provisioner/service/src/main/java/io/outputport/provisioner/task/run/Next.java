package io.outputport.provisioner.task.run;

import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;
import java.util.Optional;

/** What the timetable has to do after a task ran. */
public sealed interface Next {
    record Again(Instant at) implements Next {}

    /**
     * Nothing more.
     *
     * @param successor the task of the same component whose turn it is now
     */
    record Over(Optional<TaskToken> successor) implements Next {}
}
