package io.outputport.sharing.protocol.ask;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.protocol.refusal.Refusals;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Which version of a table is asked for. */
public sealed interface VersionChoice {
    record Newest() implements VersionChoice {}

    record Numbered(long version) implements VersionChoice {}

    /** The last version that was written by then. */
    record AsOf(Instant time) implements VersionChoice {}

    /** As a request has them: at most one of both. */
    static Outcome<VersionChoice> of(Optional<String> version, Optional<String> timestamp) {
        if (version.isPresent() && timestamp.isPresent()) {
            return Outcome.stopped(Refusals.parameter(
                    "version and timestamp are both given, and may name different versions.",
                    "Leave one of them out."));
        }
        if (version.isPresent()) {
            return number("version", version.get()).map(Numbered::new);
        }
        return timestamp.isPresent() ? time("timestamp", timestamp.get()).map(AsOf::new) : Outcome.done(new Newest());
    }

    /** How the request names it; empty for the newest. */
    default Optional<String> parameter() {
        if (this instanceof Numbered) {
            return Optional.of("version");
        }
        return this instanceof AsOf ? Optional.of("timestamp") : Optional.empty();
    }

    private static Outcome<Long> number(String name, String text) {
        try {
            long number = Long.parseLong(text);
            return number >= 0 ? Outcome.done(number) : Outcome.stopped(noVersion(name));
        } catch (NumberFormatException noNumber) {
            return Outcome.stopped(noVersion(name));
        }
    }

    private static Problem noVersion(String name) {
        return Refusals.parameter(name + " is no whole number from 0 on.", "Write the number of a version.");
    }

    static Outcome<Instant> time(String name, String text) {
        try {
            return Outcome.done(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Outcome.stopped(
                    Refusals.parameter(name + " is no time of ISO 8601.", "Write it as 2026-01-31T00:00:00Z."));
        }
    }
}
