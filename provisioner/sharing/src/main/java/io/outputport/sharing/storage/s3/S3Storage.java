package io.outputport.sharing.storage.s3;

import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.StoredFile;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A bucket, or what lies in it under a prefix, as a storage. Addresses are good until the lease expires, and nobody but the
 * storage can end them before.
 */
final class S3Storage implements Storage, AutoCloseable {
    private final String name;
    private final StoragePath prefix;
    private final Bucket bucket;
    private final QuerySigner signer;
    private final InstantSource clock;

    S3Storage(S3Settings settings, InstantSource clock) {
        this.name = settings.name();
        this.prefix = settings.prefix();
        this.bucket = new Bucket(settings);
        this.signer = new QuerySigner(settings.readers(), settings.region(), settings.key());
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<StoredFile> list(StoragePath folder, String from) throws IOException {
        String before = folderKey(folder);
        List<StoredFile> files = bucket.list(before, from).stream()
                .flatMap(entry -> stored(folder, entry).stream())
                .sorted(Comparator.comparing(StoredFile::path))
                .toList();
        if (files.isEmpty() && !bucket.holdsAny(before)) {
            throw new NoSuchFileException(folder.value());
        }
        return files;
    }

    /** What cannot be a path of ours is no file of a table. */
    private static Optional<StoredFile> stored(StoragePath folder, Bucket.ListedObject entry) {
        return folder.below(entry.name())
                .match(
                        path -> Optional.of(new StoredFile(path, entry.size(), entry.modified())),
                        (after, problem) -> Optional.empty(),
                        problems -> Optional.empty());
    }

    @Override
    public StoredFile find(StoragePath file) throws IOException {
        Bucket.ListedObject entry = bucket.find(key(file));
        return new StoredFile(file, entry.size(), entry.modified());
    }

    @Override
    public SeekableByteChannel open(StoragePath file) throws IOException {
        return RangeChannel.open(bucket, key(file));
    }

    @Override
    public Signer signer(Lease lease) {
        Instant end = lease.expires().truncatedTo(ChronoUnit.SECONDS);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        // Of less than a second nothing can be said: it begins a second before the end, and never goes beyond it.
        Instant from = now.isBefore(end) ? now : end.minusSeconds(1);
        QuerySigner.Session session =
                signer.session(from, Duration.between(from, end).toSeconds());
        return (file, to) -> to.text(session.sign(key(file.asPath())));
    }

    private String key(StoragePath file) {
        return prefix.value().isEmpty() ? file.value() : prefix.value() + "/" + file.value();
    }

    private String folderKey(StoragePath folder) {
        String key = folder.equals(StoragePath.ROOT) ? prefix.value() : key(folder);
        return key.isEmpty() ? "" : key + "/";
    }

    @Override
    public void close() {
        bucket.close();
    }
}
