package io.outputport.sharing.share;

import java.util.Optional;
import java.util.UUID;

/** Under which condition a change is made: what its author has read must still be so. */
public sealed interface Precondition {
    /** Whatever there is. */
    record None() implements Precondition {}

    /** Only when there is none yet. */
    record Absent() implements Precondition {}

    /** Only when there is one. */
    record Present() implements Precondition {}

    /**
     * Only the one that was read.
     *
     * @param share its id: one that was made anew under the same name is another
     */
    record Version(UUID share, long version) implements Precondition {}

    static Precondition none() {
        return new None();
    }

    static Precondition absent() {
        return new Absent();
    }

    static Precondition present() {
        return new Present();
    }

    /** @param current what is there; empty when nothing is */
    default boolean holds(Optional<Version> current) {
        if (this instanceof Version read) {
            return current.filter(read::equals).isPresent();
        }
        return this instanceof None || current.isPresent() == (this instanceof Present);
    }
}
