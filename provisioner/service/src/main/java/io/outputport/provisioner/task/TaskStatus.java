package io.outputport.provisioner.task;

import io.outputport.foundation.outcome.Problem;
import java.util.List;
import java.util.function.Function;

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

    /** What is to be mended after a failure, else nothing. */
    default List<Problem> faults() {
        return this instanceof Failed it ? it.problems() : List.of();
    }

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<Running, ? extends R> running,
            Function<Completed, ? extends R> completed,
            Function<Failed, ? extends R> failed,
            Function<Terminating, ? extends R> terminating,
            Function<Terminated, ? extends R> terminated) {
        if (this instanceof Running it) {
            return running.apply(it);
        }
        if (this instanceof Completed it) {
            return completed.apply(it);
        }
        if (this instanceof Failed it) {
            return failed.apply(it);
        }
        if (this instanceof Terminating it) {
            return terminating.apply(it);
        }
        return terminated.apply((Terminated) this);
    }
}
