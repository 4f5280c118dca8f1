package io.outputport.provisioner.measure;

import java.time.Duration;

/** Told how ports are written together. */
@FunctionalInterface
public interface WaveMeter {
    /** Counts nothing. */
    WaveMeter NONE = (ports, way, builds, length) -> {};

    /**
     * A write is done.
     *
     * @param way {@code replace} or {@code bulk}
     * @param builds how many schema builds it has caused
     * @param length from the first look at what is there to the answer
     */
    void written(int ports, String way, int builds, Duration length);

    /** Somebody else has written in the meantime, so that all is worked out again. */
    default void overtaken() {}
}
