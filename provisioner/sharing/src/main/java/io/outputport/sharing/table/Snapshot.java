package io.outputport.sharing.table;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.storage.Storage;
import java.util.Set;

/** One version of a table. Whatever is asked of it, and however late, is of that version. */
public interface Snapshot {
    long version();

    TableMetadata metadata();

    /** What a reader has to know to read the files as rows, by Delta's names: {@code deletionVectors} and the like. */
    Set<String> readerFeatures();

    /** Where the files lie. */
    Storage storage();

    /**
     * The files, once the whole log was gone through: done means that every file can be named and signed, so that nothing
     * deterministic is left to go wrong once an answer has begun. To be closed.
     */
    Outcome<SnapshotFiles> read();

    /**
     * The files as they are found, for who would rather begin early: where there are many, done means no more than that the log
     * is fine so far. To be closed.
     */
    Outcome<SnapshotFiles> follow();
}
