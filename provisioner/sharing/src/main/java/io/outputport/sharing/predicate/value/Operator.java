package io.outputport.sharing.predicate.value;

/** How a column is compared with a value. What is not equal is the negation of what is. */
public enum Operator {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** With both sides exchanged. */
    public Operator turned() {
        return switch (this) {
            case EQUAL -> EQUAL;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }

    /** @param nan whether there may be values of which no bound tells, and which are greater than all for some, and like null for others */
    public Possible over(Bounds bounds, Value value, boolean nan) {
        if (!bounds.values()) {
            return new Possible(false, false, bounds.nulls());
        }
        return switch (this) {
            case EQUAL ->
                new Possible(
                        bounds.mayBeAtMost(value) && bounds.mayBeAtLeast(value),
                        nan || bounds.mayBeBelow(value) || bounds.mayBeAbove(value),
                        bounds.nulls());
            case LESS -> new Possible(bounds.mayBeBelow(value), nan || bounds.mayBeAtLeast(value), bounds.nulls());
            case LESS_OR_EQUAL ->
                new Possible(bounds.mayBeAtMost(value), nan || bounds.mayBeAbove(value), bounds.nulls());
            case GREATER ->
                new Possible(nan || bounds.mayBeAbove(value), nan || bounds.mayBeAtMost(value), bounds.nulls());
            case GREATER_OR_EQUAL ->
                new Possible(nan || bounds.mayBeAtLeast(value), nan || bounds.mayBeBelow(value), bounds.nulls());
        };
    }
}
