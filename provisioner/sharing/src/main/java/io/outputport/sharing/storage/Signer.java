package io.outputport.sharing.storage;

import java.net.URI;

/** Makes addresses under one {@link Lease}; for one thread. */
@FunctionalInterface
public interface Signer {
    /** Where the file's bytes are had by GET, whole or in ranges, without any other credential. */
    URI sign(StoragePath file);
}
