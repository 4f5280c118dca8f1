package io.outputport.provisioner.task.store;

import io.outputport.provisioner.task.TaskToken;
import java.util.Optional;
import java.util.function.Function;

/** What became of the wish to stop a task. */
public sealed interface Stopping {
    /**
     * It had not begun, and is TERMINATED now.
     *
     * @param turn the task of its component that may start instead, and is scheduled
     */
    record AtOnce(Optional<TaskToken> turn) implements Stopping {}

    /**
     * It is TERMINATING: whoever runs it ends it.
     *
     * @param wasWaiting whether it waited for a retry, which is now due
     */
    record Asked(boolean wasWaiting) implements Stopping {}

    record TooLate() implements Stopping {}

    record Unknown() implements Stopping {}

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<AtOnce, ? extends R> atOnce,
            Function<Asked, ? extends R> asked,
            Function<TooLate, ? extends R> tooLate,
            Function<Unknown, ? extends R> unknown) {
        if (this instanceof AtOnce it) {
            return atOnce.apply(it);
        }
        if (this instanceof Asked it) {
            return asked.apply(it);
        }
        if (this instanceof TooLate it) {
            return tooLate.apply(it);
        }
        return unknown.apply((Unknown) this);
    }
}
