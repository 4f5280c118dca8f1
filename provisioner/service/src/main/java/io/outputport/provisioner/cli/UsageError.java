package io.outputport.provisioner.cli;

/** The command cannot be carried out as it was written; the message is one sentence. */
final class UsageError extends RuntimeException {
    UsageError(String sentence) {
        super(sentence);
    }
}
