package io.outputport.provisioner.task.store;

import io.outputport.foundation.store.sql.DatabaseFailure;

/** The task database did not do what it was asked. The message repeats no value of a row. */
public final class TaskStoreException extends RuntimeException {
    public TaskStoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Whether the same would succeed on another connection. */
    public boolean isCut() {
        return DatabaseFailure.isCut(this);
    }

    /** Whether the database answers, but takes no changes. */
    public boolean isReadOnly() {
        return DatabaseFailure.isReadOnly(this);
    }

    /** For a log: what was not done, and the database's own word for why. */
    public String inOneLine() {
        return getMessage()
                + DatabaseFailure.state(this)
                        .map(state -> " (SQL state " + state + ")")
                        .orElse("");
    }
}
