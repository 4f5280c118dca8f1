package io.outputport.sharing.cli;

/** Ends a command with one sentence for the person at the terminal. */
final class CommandFailure extends RuntimeException {
    private final int exitCode;
    private final String sentence;

    CommandFailure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
        this.sentence = sentence;
    }

    int exitCode() {
        return exitCode;
    }

    String sentence() {
        return sentence;
    }
}
