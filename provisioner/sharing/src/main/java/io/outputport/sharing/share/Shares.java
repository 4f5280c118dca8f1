package io.outputport.sharing.share;

import io.outputport.sharing.recipient.Principal;
import java.util.List;
import java.util.Optional;

/** The shares as one principal sees them: what is not granted is not there. */
public interface Shares {
    /** @param share its name, whatever the case */
    Optional<Share> granted(Principal principal, String share);

    /** By name, whatever the case. */
    List<Share> granted(Principal principal);
}
