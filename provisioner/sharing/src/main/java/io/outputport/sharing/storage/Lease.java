package io.outputport.sharing.storage;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Who may fetch files under signed addresses, by which right, and until when.
 *
 * @param base where readers reach this server, without a slash at the end; of use only to a storage that has no address of
 *     its own
 */
public record Lease(URI base, Right right, Instant expires) {
    /**
     * By what a reader was let in; an address dies with any of it where the storage can tell.
     *
     * @param recipient who reads
     * @param grantee the recipient that the share is granted to: the reader, or a group of it
     * @param credential what the reader showed
     */
    public record Right(UUID recipient, UUID grantee, UUID share, UUID credential) {}
}
