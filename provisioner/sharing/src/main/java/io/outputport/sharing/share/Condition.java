package io.outputport.sharing.share;

import java.util.Optional;
import java.util.UUID;

/** Under which condition a change is made: what its author has read must still be so. */
public sealed interface Condition {
    /** Whatever there is. */
    record None() implements Condition {}

    /** Only when there is none yet. */
    record Absent() implements Condition {}

    /** Only when there is one. */
    record Present() implements Condition {}

    /**
     * Only the one that was read.
     *
     * @param share its id: one that was made anew under the same name is another
     */
    record Version(UUID share, long version) implements Condition {}

    static Condition none() {
        return new None();
    }

    static Condition absent() {
        return new Absent();
    }

    static Condition present() {
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
