package io.outputport.foundation.caller;

/** What is known of whoever sent a request. */
public sealed interface Identity {
    record Known(Caller caller) implements Identity {}

    /** @param reason one sentence for the caller, without anything of what was sent */
    record Refused(String reason) implements Identity {}

    /** The keys that would tell cannot be had now. */
    record Unavailable() implements Identity {}
}
