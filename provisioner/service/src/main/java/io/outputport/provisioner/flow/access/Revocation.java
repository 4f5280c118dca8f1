package io.outputport.provisioner.flow.access;

/** Takes away what an accepted snapshot takes away, at once and beside whatever of its component runs, waits or retries. */
@FunctionalInterface
public interface Revocation {
    /** @param request the snapshot as its task keeps it */
    void accepted(String component, String token, String request);
}
