package io.outputport.sandbox.predecessor;

/** A request of the predecessor was refused or had no answer; the steps before it stay done. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallFailed(String message) {
        super(message);
    }

    CallFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
