package io.outputport.provisioner.task.store;

import io.outputport.provisioner.task.TaskToken;
import java.util.Optional;

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
}
