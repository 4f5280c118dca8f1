package io.outputport.sharing.table;

import java.util.Iterator;

/** The files of one version, read from the log one after the other; a log that breaks throws {@link TableFailure}. */
public interface LiveFiles extends Iterator<DataFile>, AutoCloseable {
    @Override
    void close();
}
