package io.outputport.provisioner.register;

/** How a port stands, as far as the last look at it tells. */
public enum PortState {
    IN_SYNC,
    /** Hasura or the role mapper hold something else than was carried out. */
    DRIFTED,
    /** Hasura does not track its table any more. */
    MISSING,
    /** Being removed, or never brought to life completely: nobody watches it. */
    CLOSED,
    /** Never carried out by this version, so there is nothing to compare with; the next provision changes that. */
    UNWATCHED
}
