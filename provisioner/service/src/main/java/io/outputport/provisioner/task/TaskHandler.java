package io.outputport.provisioner.task;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.Progress;
import java.util.List;

/** Carries out the tasks of one operation. Called again after a crash or a {@link Outcome.Later}: safe to repeat. */
public interface TaskHandler {
    Operation operation();

    Outcome<TaskResult> handle(Task task, Progress progress);

    /**
     * Called before a task ends FAILED or TERMINATED, at least once, to leave nothing half-done. It does what it can: the
     * task ends whatever comes of it.
     */
    default void abandon(Task task, List<Problem> problems, Progress progress) {}
}
