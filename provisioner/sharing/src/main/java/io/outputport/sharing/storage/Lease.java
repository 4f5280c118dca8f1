package io.outputport.sharing.storage;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Who may fetch files under signed addresses, by which right, and until when.
 *
 * @param base where readers reach this server, without a slash at the end; of use only to a storage that has no address of
 *     its own
 * @param credential what the reader showed; an address dies with it where the storage can tell
 */
public record Lease(URI base, UUID recipient, UUID share, UUID credential, Instant expires) {}
