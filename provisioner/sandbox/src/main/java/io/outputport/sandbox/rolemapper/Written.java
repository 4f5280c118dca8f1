package io.outputport.sandbox.rolemapper;

/** How a write to the tables ended. */
enum Written {
    DONE,
    /** A role of another component, or no role at all: the caller's mistake. */
    REFUSED,
    /** The database said no in a way the role mapper does not understand, and it answers 500. */
    BROKEN
}
