package io.outputport.provisioner.task.store;

import io.outputport.provisioner.task.TaskToken;
import java.util.Optional;
import java.util.function.Function;

/** What became of work that was handed to the store. */
public sealed interface Added {
    /**
     * It is a task of its own.
     *
     * @param turn the task of its component that may start now, and is scheduled; often the new one, or one whose
     *     predecessor it ended
     */
    record Stored(Optional<TaskToken> turn) implements Added {}

    /**
     * An unfinished task does the same; nothing was stored.
     *
     * @param wasWaiting whether that task waited for a retry, which is now due
     */
    record Joined(TaskToken token, boolean wasWaiting) implements Added {}

    default boolean isJoined() {
        return this instanceof Joined;
    }

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(Function<Stored, ? extends R> stored, Function<Joined, ? extends R> joined) {
        if (this instanceof Stored it) {
            return stored.apply(it);
        }
        return joined.apply((Joined) this);
    }
}
