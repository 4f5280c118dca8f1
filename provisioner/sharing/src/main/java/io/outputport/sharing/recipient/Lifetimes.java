package io.outputport.sharing.recipient;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long what a recipient has is good for one share; never longer than for all of them.
 *
 * @param token how old a token of ours may be that reads it
 * @param address how long an address of a file is good
 */
public record Lifetimes(Optional<Duration> token, Optional<Duration> address) {
    public static final Lifetimes NONE = new Lifetimes(Optional.empty(), Optional.empty());

    public boolean admit(Credential credential, Instant now) {
        return end(credential).isAfter(now);
    }

    /** When an address ends that is made now: with what its reader showed, and after its own time. */
    public Instant endOfAddress(Credential credential, Instant now, Duration usual) {
        Instant own =
                now.plus(address.filter(wanted -> wanted.compareTo(usual) < 0).orElse(usual));
        Instant end = end(credential);
        return end.isBefore(own) ? end : own;
    }

    /** Until when it reads the share. */
    private Instant end(Credential credential) {
        return Stream.concat(
                        Stream.of(credential.expires()),
                        credential.issued().stream()
                                .flatMap(issued -> token.stream().map(issued::plus)))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
