package io.outputport.provisioner.task;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import java.util.List;

/** Carries out the tasks of one operation. Called again after a crash or a {@link Outcome.Later}: safe to repeat. */
public interface TaskHandler {
    Operation operation();

    Outcome<TaskResult> handle(Task task, Progress progress);

    /**
     * Called before a task that has begun to change something ends FAILED or TERMINATED ({@link Progress#isStopWished}),
     * at least once, to leave nothing half-done. {@link Outcome.Later} is tried again within the budget for retries; then
     * the task ends all the same.
     */
    default Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        return Outcome.done(task);
    }
}
