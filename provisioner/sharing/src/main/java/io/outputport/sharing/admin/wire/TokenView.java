package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.sharing.token.Token;
import java.time.Instant;
import java.util.Optional;

/** A token; nobody can tell its text any more. */
@Serdeable
public record TokenView(
        String id,
        boolean live,
        String issuedAt,
        String expiresAt,
        Optional<String> revokedAt,
        Optional<String> lastUsedAt) {
    public static TokenView of(Token token, Instant now) {
        return new TokenView(
                token.id().toString(),
                token.isLive(now),
                token.issuedAt().toString(),
                token.expiresAt().toString(),
                token.revokedAt().map(Instant::toString),
                token.lastUsedAt().map(Instant::toString));
    }
}
