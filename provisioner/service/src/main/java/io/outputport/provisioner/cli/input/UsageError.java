package io.outputport.provisioner.cli.input;

/** The command cannot be carried out as it was written; the message is one sentence. */
public final class UsageError extends RuntimeException {
    public UsageError(String sentence) {
        super(sentence);
    }
}
