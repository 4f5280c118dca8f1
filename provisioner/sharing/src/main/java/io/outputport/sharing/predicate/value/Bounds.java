package io.outputport.sharing.predicate.value;

import java.util.Optional;

/**
 * What is known of a column's values in one file.
 *
 * @param least empty where it is not known, as is
 * @param greatest which can be a text's beginning
 * @param nulls whether some may be null
 * @param values whether some may be not null
 * @param cut whether texts may be cut off
 */
public record Bounds(Optional<Value> least, Optional<Value> greatest, boolean nulls, boolean values, boolean cut) {
    public static final Bounds NOTHING_KNOWN = new Bounds(Optional.empty(), Optional.empty(), true, true, true);

    public static Bounds one(Value value) {
        return new Bounds(Optional.of(value), Optional.of(value), false, true, false);
    }

    public static Bounds onlyNulls() {
        return new Bounds(Optional.empty(), Optional.empty(), true, false, false);
    }

    public Possible isNull() {
        return new Possible(nulls, values, false);
    }

    public boolean mayBeBelow(Value value) {
        return least.map(bound -> bound.compareTo(value) < 0).orElse(true);
    }

    public boolean mayBeAtMost(Value value) {
        return least.map(bound -> bound.compareTo(value) <= 0).orElse(true);
    }

    public boolean mayBeAbove(Value value) {
        return greatest.map(bound -> bound.compareTo(value) > 0 || isBeginning(bound, value))
                .orElse(true);
    }

    public boolean mayBeAtLeast(Value value) {
        return greatest.map(bound -> bound.compareTo(value) >= 0 || isBeginning(bound, value))
                .orElse(true);
    }

    /** Writers cut long texts off, and not all of them make what is left the greater. */
    private boolean isBeginning(Value bound, Value value) {
        return cut
                && bound instanceof Value.Text beginning
                && value instanceof Value.Text whole
                && whole.text().startsWith(beginning.text());
    }
}
