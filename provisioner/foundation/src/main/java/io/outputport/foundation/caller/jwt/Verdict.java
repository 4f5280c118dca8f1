package io.outputport.foundation.caller.jwt;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is known of a JWT. */
public sealed interface Verdict {
    /** @param claims as they were signed */
    record Valid(String subject, Instant expiresAt, Map<String, Object> claims) implements Verdict {}

    /** @param reason one sentence for the caller, without anything of what was sent */
    record Invalid(String reason) implements Verdict {}

    /** The keys that would tell cannot be had now. */
    record KeysUnavailable() implements Verdict {}

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<Valid, ? extends R> valid,
            Function<Invalid, ? extends R> refused,
            Supplier<? extends R> unavailable) {
        if (this instanceof Valid it) {
            return valid.apply(it);
        }
        return this instanceof Invalid it ? refused.apply(it) : unavailable.get();
    }
}
