package io.outputport.sharing.storage.local;

import io.outputport.sharing.recipient.Credentials;
import io.outputport.sharing.share.Shares;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.StoragePath;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** Reads signed addresses, and asks whether they are still good: who was locked out reads nothing more under them. */
@Singleton
final class SignedFiles {
    private static final int PARTS = 4;

    private final FileSeal seal;
    private final LocalRoots roots;
    private final Credentials credentials;
    private final Shares shares;
    private final InstantSource clock;

    SignedFiles(SigningKey key, LocalRoots roots, Credentials credentials, Shares shares, InstantSource clock) {
        this.seal = new FileSeal(key);
        this.roots = roots;
        this.credentials = credentials;
        this.shares = shares;
        this.clock = clock;
    }

    /** @param address the path of a request, as it was sent */
    Optional<FileTicket> good(String address) {
        int at = address.indexOf(FileSeal.PREFIX);
        String[] parts = address.substring(at + FileSeal.PREFIX.length()).split("/", PARTS);
        return parts.length < PARTS
                ? Optional.empty()
                : path(parts[PARTS - 1])
                        .flatMap(path -> seal.read(parts[0], parts[1], parts[2], path))
                        .filter(ticket -> ticket.expires().isAfter(clock.instant()))
                        .filter(ticket -> credentials.isLive(ticket.right().credential()))
                        .filter(ticket -> shares.isGranted(
                                ticket.right().share(), ticket.right().grantee()));
    }

    Optional<LocalStorage> storage(FileTicket ticket) {
        return roots.local(ticket.storage());
    }

    /** Decoded once. */
    private static Optional<StoragePath> path(String sent) {
        try {
            // "//" would begin a host.
            String path = sent.startsWith("/") ? "" : URI.create("/" + sent).getPath();
            return path.isEmpty()
                    ? Optional.empty()
                    : StoragePath.parse(path.substring(1))
                            .match(Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty());
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }
}
