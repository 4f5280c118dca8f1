package io.outputport.sharing.storage;

/** Makes addresses under one {@link Lease}; for one thread. */
@FunctionalInterface
public interface Signer {
    /** Where the file's bytes are had by GET, whole or in ranges, without any other credential. */
    String sign(StoragePath file);
}
