package io.outputport.sharing.line;

import io.outputport.sharing.storage.StoragePath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes ids of files: the same for the same file in every version and answer, and telling nothing of where it lies. For one
 * thread.
 */
public final class FileIds {
    private static final HexFormat HEX = HexFormat.of();

    /** By which ids are made. Clients ask for one by the format that has it by itself. */
    public enum Hash {
        PARQUET("MD5"),
        DELTA("SHA-256");

        private final String algorithm;

        Hash(String algorithm) {
            this.algorithm = algorithm;
        }

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

    private final MessageDigest digest;

    public FileIds(Hash hash) {
        try {
            this.digest = MessageDigest.getInstance(hash.algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has " + hash.algorithm, missing);
        }
    }

    public String id(StoragePath file) {
        return HEX.formatHex(digest.digest(file.value().getBytes(StandardCharsets.UTF_8)));
    }
}
