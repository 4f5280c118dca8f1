package io.outputport.sharing.table;

/** All files of one version. What they take of the server is given back by {@link #close}. */
public interface SnapshotFiles extends AutoCloseable {
    Tally tally();

    /** From the first one on, each time in the same order. To be closed before this is. */
    LiveFiles files();

    @Override
    void close();
}
