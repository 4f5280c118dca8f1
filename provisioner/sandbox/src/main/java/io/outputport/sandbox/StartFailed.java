package io.outputport.sandbox;

/** The sandbox did not start, and nothing of it is left running; the message is one sentence fit to be shown. */
public final class StartFailed extends Exception {
    private final int exitCode;

    /** @param exitCode 2 when a setting has to be changed, 1 when something around the sandbox is in the way */
    StartFailed(String sentence, int exitCode, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
