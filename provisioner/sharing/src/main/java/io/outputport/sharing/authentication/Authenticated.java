package io.outputport.sharing.authentication;

import io.outputport.sharing.recipient.Principal;

/** What is known of whoever sent a call. */
public sealed interface Authenticated {
    record As(Principal principal) implements Authenticated {}

    /** @param known whom the operator may be told of: a token that has ended is still somebody's */
    record Refused(java.util.Optional<Principal> known) implements Authenticated {}

    /** From none of the networks that the recipient may call from. */
    record Elsewhere(Principal principal) implements Authenticated {}

    /** It cannot be told now. */
    record Unavailable() implements Authenticated {}
}
