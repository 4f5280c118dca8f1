package io.outputport.foundation.caller;

/** One kind of bearer token. */
@FunctionalInterface
interface BearerTokens {
    /** @param bearer what stands behind {@code Bearer} in the header */
    Identity of(String bearer);
}
