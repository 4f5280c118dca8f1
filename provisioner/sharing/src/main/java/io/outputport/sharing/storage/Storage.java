package io.outputport.sharing.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * A root that the operator named. Whatever stands in a table's log, nothing outside of the root is ever read: links are not
 * followed, and a path is a {@link StoragePath}.
 */
public interface Storage {
    String name();

    /**
     * The files of a folder whose names are not before {@code from}, in the order of their names; links and folders are not
     * among them.
     *
     * @throws NoSuchFileException if there is no such folder
     */
    List<StoredFile> list(StoragePath folder, String from) throws IOException;

    /** @throws NoSuchFileException if there is no such file */
    StoredFile find(StoragePath file) throws IOException;

    /** @throws NoSuchFileException if there is no such file */
    SeekableByteChannel open(StoragePath file) throws IOException;

    /** Makes what all addresses of a file have in common, where there is anything that is worth to be kept. */
    default FilePlace.Marker marker() {
        return path -> new byte[0];
    }

    Signer signer(Lease lease);
}
