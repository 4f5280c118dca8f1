package io.outputport.sharing.audit;

/** What was asked for. */
public enum AuditAction {
    /** Shares, schemas or tables. */
    LIST,
    VERSION,
    METADATA,
    QUERY,
    /** A file at the server's own signed address. */
    FILE,
    /** A token was made, by a link that was consumed. */
    ACTIVATION,
    /** A token or an identity of a provider was refused. */
    SIGN_IN,
    /** A share, its grants, a recipient or a token was changed by an operator. */
    ADMINISTRATION
}
