package io.outputport.sandbox;

/** The sandbox did not start, and nothing of it is left running; the message is one sentence fit to be shown. */
public final class StartFailed extends Exception {
    StartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
