package io.outputport.provisioner.task;

import io.outputport.foundation.outcome.Problem;
import java.util.List;

/** Where a task stands; the names are those of the Tech Adapter API. */
public sealed interface TaskStatus {
    record Running() implements TaskStatus {}

    record Completed(TaskResult result) implements TaskStatus {}

    record Failed(List<Problem> problems) implements TaskStatus {
        public Failed {
            problems = List.copyOf(problems);
        }
    }

    /** Asked to stop, on the way to the next safe point. */
    record Terminating() implements TaskStatus {}

    record Terminated() implements TaskStatus {}
}
