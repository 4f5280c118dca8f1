package io.outputport.sharing.storage;

import java.io.IOException;

/** A folder with more files than anybody looks at. */
public final class FolderTooLarge extends IOException {
    public FolderTooLarge(int most) {
        super("more than " + most + " files in one folder");
    }
}
