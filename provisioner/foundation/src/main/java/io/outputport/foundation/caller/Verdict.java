package io.outputport.foundation.caller;

import java.time.Instant;
import java.util.Map;

/** What is known of a JWT. */
public sealed interface Verdict {
    /** @param claims as they were signed */
    record Valid(String subject, Instant expiresAt, Map<String, Object> claims) implements Verdict {}

    /** @param reason one sentence for the caller, without anything of what was sent */
    record Refused(String reason) implements Verdict {}

    /** The keys that would tell cannot be had now. */
    record Unavailable() implements Verdict {}
}
