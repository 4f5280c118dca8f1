package io.outputport.engine.fidelity.cases;

/** What a statement about Hasura rests on. */
public enum Mark {
    /** Read in Hasura's source, tests or documentation. */
    S,
    /** Told in a thread of its issue tracker. */
    I,
    /** Derived from several facts. */
    D,
    /** From memory: a lead, to be proven by a run against a real Hasura. */
    M
}
