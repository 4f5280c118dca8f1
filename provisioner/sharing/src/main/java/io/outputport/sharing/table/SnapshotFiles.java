package io.outputport.sharing.table;

import java.util.Optional;

/** All files of one version. What they take of the server is given back by {@link #close}. */
public interface SnapshotFiles extends AutoCloseable {
    /** Empty as long as the log is still gone through. */
    Optional<Tally> tally();

    /** From the first one on, each time in the same order. To be closed before this is. */
    LiveFiles files();

    @Override
    void close();
}
