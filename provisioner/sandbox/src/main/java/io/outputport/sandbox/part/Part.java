package io.outputport.sandbox.part;

import java.io.IOException;

/** One system that the sandbox starts. */
public interface Part {
    /** As {@code SANDBOX_PARTS} calls it. */
    String name();

    Port port();

    /** Whether it starts without being asked for. */
    default boolean isUsual() {
        return true;
    }

    /**
     * @param soFar what the parts before this one offer
     * @throws IOException with one sentence that says why it cannot start; then nothing of it is left running
     */
    Started start(Offer soFar) throws IOException;

    /** A part that answers. */
    record Started(Offer offer, AutoCloseable stop) {}
}
