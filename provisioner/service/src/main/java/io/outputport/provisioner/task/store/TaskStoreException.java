package io.outputport.provisioner.task.store;

/** The task database did not do what it was asked. The message repeats no value of a row. */
public final class TaskStoreException extends RuntimeException {
    TaskStoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
