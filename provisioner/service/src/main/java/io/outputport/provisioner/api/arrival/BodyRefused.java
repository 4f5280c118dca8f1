package io.outputport.provisioner.api.arrival;

/** Why the rest of a body is not read. The server carries it to where answers are made. */
public final class BodyRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean retryable;

    private BodyRefused(String message, boolean retryable) {
        // Made in a flood, and nobody looks at its stack.
        super(message, null, false, false);
        this.retryable = retryable;
    }

    static BodyRefused noRoom() {
        return new BodyRefused("too many bytes of request bodies are under way", true);
    }

    static BodyRefused malformed() {
        return new BodyRefused("the body is not framed as HTTP/1.1 says", false);
    }

    /** Whether the same request may be taken later. */
    public boolean isRetryable() {
        return retryable;
    }
}
