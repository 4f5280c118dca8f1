package io.outputport.sharing.storage;

/** Makes addresses under one {@link Lease}; for one thread. */
@FunctionalInterface
public interface Signer {
    /** Writes where the file's bytes are had by GET, whole or in ranges, without any other credential. */
    void sign(StoragePath file, Utf8Builder to);
}
