package io.outputport.sharing.recipient;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody was known by.
 *
 * @param id by which {@link Credentials} tells whether it still lives
 * @param issued when it was made; empty for what an identity provider has signed, whose age is the provider's
 * @param expires when it ends by itself, and with it all that was handed out for it
 */
public record Credential(UUID id, Optional<Instant> issued, Instant expires) {
    public Credential(UUID id, Instant expires) {
        this(id, Optional.empty(), expires);
    }
}
