package io.outputport.provisioner.task.retry;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.task.TaskResult;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What becomes of a task after an attempt. */
public sealed interface Decision {
    record Complete(TaskResult result) implements Decision {}

    /** Nothing failed: it goes on when it is its turn, at the latest after the pause. */
    record Wait(Duration pause, Problem problem) implements Decision {}

    record Retry(Duration pause, Problem problem) implements Decision {}

    /**
     * It ends here.
     *
     * @param story what was tried before it came to this, as a line for the task's log
     */
    record Fail(List<Problem> problems, String story) implements Decision {
        public Fail {
            problems = List.copyOf(problems);
        }
    }

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<TaskResult, R> complete,
            BiFunction<Duration, Problem, R> wait,
            BiFunction<Duration, Problem, R> retry,
            BiFunction<List<Problem>, String, R> fail) {
        if (this instanceof Complete it) {
            return complete.apply(it.result());
        }
        if (this instanceof Wait it) {
            return wait.apply(it.pause(), it.problem());
        }
        if (this instanceof Retry it) {
            return retry.apply(it.pause(), it.problem());
        }
        Fail it = (Fail) this;
        return fail.apply(it.problems(), it.story());
    }
}
