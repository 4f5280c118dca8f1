package io.outputport.sharing.predicate.value;

import java.util.Collection;

/**
 * What a condition may come to over the rows of a file, as far as can be told without reading it.
 *
 * @param yes whether it may be true of some row
 * @param no whether it may be false of some row
 * @param unknown whether it may be neither, as SQL has it where a value is null
 */
public record Possible(boolean yes, boolean no, boolean unknown) {
    public static final Possible ANYTHING = new Possible(true, true, true);

    public static Possible all(Collection<Possible> parts) {
        return parts.stream().reduce(new Possible(true, false, false), Possible::and);
    }

    public static Possible any(Collection<Possible> parts) {
        return parts.stream().reduce(new Possible(false, true, false), Possible::or);
    }

    private Possible and(Possible other) {
        return new Possible(
                yes && other.yes, no || other.no, (unknown && (other.yes || other.unknown)) || (other.unknown && yes));
    }

    private Possible or(Possible other) {
        return new Possible(
                yes || other.yes, no && other.no, (unknown && (other.no || other.unknown)) || (other.unknown && no));
    }

    /** Not every client has SQL's third value: for some, what is not known to be true is true when it is negated. */
    public Possible not() {
        return new Possible(no || unknown, yes, unknown);
    }

    public boolean isCertain() {
        return yes && !no && !unknown;
    }
}
