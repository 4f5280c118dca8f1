package io.outputport.sharing.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link by which a recipient makes a token, once.
 *
 * @param recipient its name
 * @param lifetime of the token that will be made
 */
public record Activation(
        UUID id, String recipient, Duration lifetime, Instant expiresAt, Optional<Instant> consumedAt) {
    public boolean isOpen(Instant now) {
        return consumedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
