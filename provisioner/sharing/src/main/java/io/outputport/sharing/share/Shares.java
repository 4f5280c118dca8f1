package io.outputport.sharing.share;

import io.outputport.sharing.recipient.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shares as one principal sees them: what is not granted is not there. */
public interface Shares {
    /**
     * A share as it is granted.
     *
     * @param grantee the recipient that it is granted to: the principal's own, or that of one of its groups
     */
    record Granted(Share share, UUID grantee) {}

    /** @param share its name, whatever the case */
    Optional<Granted> granted(Principal principal, String share);

    /** Whether a grant still stands by which something was handed out. */
    boolean isGranted(UUID share, UUID grantee);

    /** By name, whatever the case. */
    List<Share> granted(Principal principal);
}
