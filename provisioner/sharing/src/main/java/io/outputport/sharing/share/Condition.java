package io.outputport.sharing.share;

import java.util.OptionalLong;

/** Under which condition a change is made: what its author has read must still be so. */
public sealed interface Condition {
    /** Whatever there is. */
    record None() implements Condition {}

    /** Only when there is none yet. */
    record Absent() implements Condition {}

    /** Only the one that was read. */
    record Version(long version) implements Condition {}

    Condition NONE = new None();
    Condition ABSENT = new Absent();

    /** @param current version of what is there; empty when nothing is */
    default boolean holds(OptionalLong current) {
        if (this instanceof Version read) {
            return current.isPresent() && current.getAsLong() == read.version();
        }
        return !(this instanceof Absent) || current.isEmpty();
    }
}
