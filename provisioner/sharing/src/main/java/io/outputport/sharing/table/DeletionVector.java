package io.outputport.sharing.table;

import io.outputport.sharing.storage.StoragePath;
import java.util.Optional;

/**
 * Which rows of a file are deleted though they still stand in it.
 *
 * @param bits where they are said
 * @param size of the bits, in bytes
 * @param cardinality how many rows
 */
public record DeletionVector(Bits bits, int size, long cardinality) {
    /** A bit for each deleted row, in a file or in the log itself. */
    public sealed interface Bits {}

    /** @param offset from which on they stand in the file; empty for its begin */
    public record InFile(StoragePath path, Optional<Integer> offset) implements Bits {}

    /** @param encoded as the log has them */
    public record Inline(String encoded) implements Bits {}
}
