package io.outputport.foundation.caller;

import io.outputport.foundation.caller.identity.Identity;

/** One kind of bearer token. */
@FunctionalInterface
interface BearerTokens {
    /** @param bearer what stands behind {@code Bearer} in the header */
    Identity of(String bearer);
}
