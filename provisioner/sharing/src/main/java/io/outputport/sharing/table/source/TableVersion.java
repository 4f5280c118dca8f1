package io.outputport.sharing.table.source;

import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableMetadata;
import java.util.Set;

/** One version of a table as it stands at its source, from where it is read anew each time. */
public interface TableVersion {
    long number();

    TableMetadata metadata();

    /** By Delta's names; see {@link Snapshot#readerFeatures}. */
    Set<String> readerFeatures();

    Storage storage();

    /** One pass over the log: however many files there are, few are in memory. */
    LiveFiles files();

    /** How it stands with this version by now. */
    Standing standing();

    enum Standing {
        NEWEST,
        /** There are later ones; this one is still what it was. */
        SUPERSEDED,
        /** Somebody has made the table anew in its place, or taken it away. */
        REPLACED
    }
}
