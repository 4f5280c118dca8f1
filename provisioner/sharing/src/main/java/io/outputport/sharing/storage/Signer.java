package io.outputport.sharing.storage;

import io.outputport.sharing.text.Utf8Builder;
import java.util.List;

/** Makes addresses under one {@link Lease}; for one thread. */
@FunctionalInterface
public interface Signer {
    /** Writes where the file's bytes are had by GET, whole or in ranges, without any other credential. */
    void sign(FilePlace file, Utf8Builder to);

    /** Says which files are signed next, in this order: many together cost less than one after the other. */
    default void expect(List<FilePlace> files) {}

    default void sign(StoragePath file, Utf8Builder to) {
        sign(FilePlace.of(file), to);
    }
}
