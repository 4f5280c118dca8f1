package io.outputport.foundation.caller.identity;

import java.util.function.Function;
import java.util.function.Supplier;

/** What is known of whoever sent a request. */
public sealed interface Identity {
    record Known(Caller caller) implements Identity {}

    /** @param reason one sentence for the caller, without anything of what was sent */
    record Refused(String reason) implements Identity {}

    /** The keys that would tell cannot be had now. */
    record Unavailable() implements Identity {}

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<Known, ? extends R> known,
            Function<Refused, ? extends R> refused,
            Supplier<? extends R> unavailable) {
        if (this instanceof Known it) {
            return known.apply(it);
        }
        return this instanceof Refused it ? refused.apply(it) : unavailable.get();
    }
}
