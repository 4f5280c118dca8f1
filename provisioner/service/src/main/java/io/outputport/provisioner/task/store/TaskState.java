package io.outputport.provisioner.task.store;

import io.outputport.foundation.outcome.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a task stands that has not ended. */
public sealed interface TaskState {
    /** Nobody has begun it. */
    record Fresh() implements TaskState {}

    /** An attempt has begun, and neither paused nor ended: it is at work, or its process died in it. */
    record Begun() implements TaskState {}

    /** An attempt came to nothing; the next one is due. */
    record Retrying(Instant due) implements TaskState {}

    /** It is not its turn yet: it goes on with the attempt in which it began to wait. */
    record Waiting(Instant since, Instant due) implements TaskState {}

    /**
     * It is to end as soon as what it left half-done is put right.
     *
     * @param verdict the problems with which it then ends FAILED; empty when it then ends TERMINATED
     * @param due of the next try; empty while one is at work, or when its process died in it
     */
    record Tidying(List<Problem> verdict, Instant since, Optional<Instant> due) implements TaskState {
        public Tidying {
            verdict = List.copyOf(verdict);
        }
    }

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<Fresh, ? extends R> fresh,
            Function<Begun, ? extends R> begun,
            Function<Retrying, ? extends R> retrying,
            Function<Waiting, ? extends R> waiting,
            Function<Tidying, ? extends R> tidying) {
        if (this instanceof Fresh it) {
            return fresh.apply(it);
        }
        if (this instanceof Begun it) {
            return begun.apply(it);
        }
        if (this instanceof Retrying it) {
            return retrying.apply(it);
        }
        if (this instanceof Waiting it) {
            return waiting.apply(it);
        }
        return tidying.apply((Tidying) this);
    }

    /** When it goes on by itself; empty when it was never begun, is at work, or its process died. */
    default Optional<Instant> nextDue() {
        return match(
                fresh -> Optional.empty(),
                begun -> Optional.empty(),
                retrying -> Optional.of(retrying.due()),
                waiting -> Optional.of(waiting.due()),
                Tidying::due);
    }

    /** The same, due at another time; one that does not wait stays as it is. */
    default TaskState dueAt(Instant due) {
        return match(
                fresh -> fresh,
                begun -> begun,
                retrying -> new Retrying(due),
                waiting -> new Waiting(waiting.since(), due),
                tidying -> new Tidying(
                        tidying.verdict(), tidying.since(), tidying.due().map(earlier -> due)));
    }

    /** What it is while an attempt, or a try to put things right, is at work. */
    default TaskState atWork() {
        return match(
                fresh -> new Begun(),
                begun -> begun,
                retrying -> new Begun(),
                waiting -> new Begun(),
                tidying -> new Tidying(tidying.verdict(), tidying.since(), Optional.empty()));
    }

    /** What it is while it waits for its next attempt, or for its next try to put things right. */
    default TaskState again(Instant due) {
        return match(
                fresh -> new Retrying(due),
                begun -> new Retrying(due),
                retrying -> new Retrying(due),
                waiting -> new Retrying(due),
                tidying -> new Tidying(tidying.verdict(), tidying.since(), Optional.of(due)));
    }

    /** What it is while it waits for its turn. */
    default TaskState waiting(Instant since, Instant due) {
        return match(
                fresh -> new Waiting(since, due),
                begun -> new Waiting(since, due),
                retrying -> new Waiting(since, due),
                waiting -> new Waiting(since, due),
                tidying -> tidying.again(due));
    }

    /** What it is while it waits for another try to put things right; since when, and why, stays as it was first. */
    default TaskState tidying(Tidying next) {
        return match(
                fresh -> next,
                begun -> next,
                retrying -> next,
                waiting -> next,
                first -> new Tidying(
                        next.verdict().isEmpty() ? first.verdict() : next.verdict(), first.since(), next.due()));
    }
}
