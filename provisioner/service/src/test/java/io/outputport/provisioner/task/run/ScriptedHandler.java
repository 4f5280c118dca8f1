package io.outputport.provisioner.task.run;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Does what the test says, and remembers what it was asked. */
public final class ScriptedHandler implements TaskHandler {
    public static final TaskResult RESULT = new TaskResult("done", "{\"publicInfo\":{}}");

    private final Operation operation;
    private final BiFunction<Task, Progress, Outcome<TaskResult>> work;
    private final Function<Task, Outcome<?>> tidyUp;
    private final List<Task> handled = Collections.synchronizedList(new ArrayList<>());
    private final List<List<Problem>> abandoned = Collections.synchronizedList(new ArrayList<>());

    private ScriptedHandler(
            Operation operation,
            BiFunction<Task, Progress, Outcome<TaskResult>> work,
            Function<Task, Outcome<?>> tidyUp) {
        this.operation = operation;
        this.work = work;
        this.tidyUp = tidyUp;
    }

    public static ScriptedHandler provisioning(BiFunction<Task, Progress, Outcome<TaskResult>> work) {
        return new ScriptedHandler(Operation.PROVISION, work, Outcome::done);
    }

    public static ScriptedHandler completing(Operation operation) {
        return new ScriptedHandler(operation, (task, progress) -> Outcome.done(RESULT), Outcome::done);
    }

    ScriptedHandler tidyingUp(Function<Task, Outcome<?>> otherTidyUp) {
        return new ScriptedHandler(operation, work, otherTidyUp);
    }

    public List<Task> handled() {
        return List.copyOf(handled);
    }

    List<List<Problem>> abandoned() {
        return List.copyOf(abandoned);
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        handled.add(task);
        progress.beginChanges();
        return work.apply(task, progress);
    }

    @Override
    public Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        abandoned.add(problems);
        return tidyUp.apply(task);
    }
}
