package io.outputport.sharing.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is known of a token beside its hash. */
public record Token(
        UUID id, Instant issuedAt, Instant expiresAt, Optional<Instant> revokedAt, Optional<Instant> lastUsedAt) {
    public boolean isLive(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
