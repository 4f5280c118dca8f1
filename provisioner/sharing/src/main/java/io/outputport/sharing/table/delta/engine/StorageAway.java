package io.outputport.sharing.table.delta.engine;

import io.outputport.sharing.storage.FolderTooLarge;
import io.outputport.sharing.storage.UnusableRoot;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** The storage failed, not what lies in it: among the many exceptions of a broken log, this one passes by itself. */
public final class StorageAway extends IOException {
    private StorageAway(IOException cause) {
        super(cause);
    }

    /** Kernel knows a missing file by the older of the two names. */
    static IOException unlessMissing(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            FileNotFoundException missing = new FileNotFoundException(failed.getMessage());
            missing.initCause(failed);
            return missing;
        }
        // What may not be read stays so until somebody changes it.
        boolean stays = failed instanceof FileNotFoundException
                || failed instanceof AccessDeniedException
                || failed instanceof UnusableRoot
                || failed instanceof FolderTooLarge;
        return stays ? failed : new StorageAway(failed);
    }
}
