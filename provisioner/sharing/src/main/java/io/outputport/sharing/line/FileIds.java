package io.outputport.sharing.line;

import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.FileId;
import io.outputport.sharing.text.Utf8Builder;
import io.outputport.sharing.text.Utf8Slice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes ids of files by the hash that a client wants. For one thread. */
public final class FileIds {
    /** By which ids are made. Clients ask for one by the format that has it by itself. */
    public enum Hash {
        PARQUET,
        DELTA;

        /** Empty for what is none. */
        public static Optional<Hash> named(String name) {
            return Stream.of(values())
                    .filter(hash -> hash.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        public static Hash usual(ResponseFormat format) {
            return format == ResponseFormat.DELTA ? DELTA : PARQUET;
        }

        public String header() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Hash hash;
    private final MessageDigest sha256;

    public FileIds(Hash hash) {
        this.hash = hash;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    void add(Utf8Builder to, DataFile file) {
        to.hex(hash == Hash.PARQUET ? file.id().md5() : sha256(file.place().path()));
    }

    /** Of a file that holds no rows. */
    void add(Utf8Builder to, StoragePath file) {
        to.hex(hash == Hash.PARQUET ? FileId.of(file).md5() : sha256(Utf8Slice.of(file.value())));
    }

    private Utf8Slice sha256(Utf8Slice path) {
        sha256.update(path.array(), path.from(), path.length());
        return Utf8Slice.of(sha256.digest());
    }
}
