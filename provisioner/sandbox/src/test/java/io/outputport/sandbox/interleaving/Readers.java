package io.outputport.sandbox.interleaving;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who reads a port on which nothing is under way.
 *
 * @param port whether there is one
 * @param must who reads, unless a removal may have begun with taking them away
 * @param may who reads, or not
 */
public record Readers(Life port, Set<Person> must, Set<Person> may) {
    /** Whether a port lives. */
    public enum Life {
        NONE,
        ALIVE,
        /** A removal, or a first provision, may have come to any point. */
        PERHAPS
    }

    public Readers {
        must = Set.copyOf(must);
        may = Set.copyOf(may);
    }

    static Readers ofNoPort() {
        return new Readers(Life.NONE, Set.of(), Set.of());
    }

    /** A port that comes to life is closed; one that lives keeps its people. */
    Readers provisioned(Set<Person> locked) {
        return port == Life.NONE
                ? new Readers(Life.ALIVE, locked, locked)
                : new Readers(port, union(must, locked), union(may, locked));
    }

    Readers perhapsProvisioned(Set<Person> locked) {
        return port == Life.NONE
                ? new Readers(Life.PERHAPS, Set.of(), locked)
                : new Readers(port, must, union(may, locked));
    }

    Readers given(Set<Person> people, Set<Person> locked) {
        Set<Person> all = union(people, locked);
        return new Readers(Life.ALIVE, all, all);
    }

    /** What a snapshot takes away is taken, also when newer work made the rest of it moot. */
    Readers taken(Set<Person> people, Set<Person> locked) {
        Readers perhaps = perhapsGiven(people, locked);
        return port == Life.NONE ? this : new Readers(port, perhaps.must(), union(people, locked));
    }

    /** Nothing can be given where there is no port. */
    Readers perhapsGiven(Set<Person> people, Set<Person> locked) {
        Set<Person> kept = copy(must);
        kept.retainAll(union(people, locked));
        return port == Life.NONE ? this : new Readers(port, kept, union(may, people));
    }

    Readers perhapsRemoved() {
        return port == Life.NONE ? this : new Readers(Life.PERHAPS, must, may);
    }

    /** Whether this is what was seen. */
    public boolean fit(Set<Person> seen) {
        return may.containsAll(seen) && (port == Life.PERHAPS || seen.containsAll(must));
    }

    /**
     * Whether people may read after one more provision, if others did before: it changes nobody's access, but a port whose
     * removal may have begun can come back closed.
     */
    public boolean fitAfterProvision(Set<Person> before, Set<Person> after, Set<Person> locked) {
        return !must.equals(may) || after.equals(union(before, locked)) || port == Life.PERHAPS && after.equals(locked);
    }

    private static Set<Person> union(Collection<Person> some, Collection<Person> others) {
        Set<Person> all = copy(some);
        all.addAll(others);
        return all;
    }

    private static Set<Person> copy(Collection<Person> people) {
        Set<Person> copy = EnumSet.noneOf(Person.class);
        copy.addAll(people);
        return copy;
    }
}
