package io.outputport.sharing.recipient;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody was known by.
 *
 * @param id by which {@link Credentials} tells whether it still lives
 * @param expires when it ends by itself, and with it all that was handed out for it
 */
public record Credential(UUID id, Instant expires) {}
