package io.outputport.sharing.audit;

/** Keeps what was done. */
public interface Audit {
    /** When this returns, the event is kept: it comes before the last byte of the answer it tells of. */
    void record(AuditEvent event);
}
