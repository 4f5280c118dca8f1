package io.outputport.sandbox.interleaving;

/** How accepted work ended. */
public enum Ending {
    COMPLETED,
    FAILED,
    /** FAILED since newer work took its place. */
    SUPERSEDED,
    TERMINATED,
    /** It has not, for longer than it may take. */
    NEVER
}
