package io.outputport.provisioner.task.run;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handler of each operation. */
public final class TaskHandlers {
    private static final ProblemCode UNKNOWN_OPERATION = new ProblemCode("task-unknown-operation");

    private final Map<Operation, TaskHandler> byOperation = new EnumMap<>(Operation.class);

    public TaskHandlers(Collection<TaskHandler> handlers) {
        for (TaskHandler handler : handlers) {
            TaskHandler other = byOperation.put(handler.operation(), handler);
            if (other != null) {
                throw new IllegalStateException("two handlers for " + handler.operation());
            }
        }
    }

    Outcome<TaskResult> handle(Task task, Progress progress) {
        return Optional.ofNullable(byOperation.get(task.operation()))
                .map(handler -> handler.handle(task, progress))
                .orElseGet(() -> Outcome.stopped(Problem.of(
                        UNKNOWN_OPERATION, "This version of the provisioner does not carry out this operation.")));
    }

    Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        TaskHandler handler = byOperation.get(task.operation());
        return handler == null ? Outcome.done(task) : handler.abandon(task, problems, progress);
    }
}
