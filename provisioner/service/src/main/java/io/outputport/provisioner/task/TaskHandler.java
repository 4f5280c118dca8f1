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
     * Called once before a task ends FAILED or TERMINATED, to leave nothing half-done; a {@link Outcome.Later} is tried
     * again within the task's budget.
     */
    default void abandon(Task task, List<Problem> problems, Progress progress) {}
}
