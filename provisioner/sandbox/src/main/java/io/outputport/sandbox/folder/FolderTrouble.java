package io.outputport.sandbox.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What is wrong with the folders of the sandbox, whose failures the JDK tells by nothing but a path. */
public final class FolderTrouble {
    private static final String OTHER =
            "; name another folder for temporary files with java -Djava.io.tmpdir=FOLDER -jar …";

    private FolderTrouble() {}

    /** The failure as a sentence. */
    public static String words(IOException failed) {
        if (!(failed instanceof FileSystemException trouble)) {
            return String.valueOf(failed.getMessage());
        }
        String path = String.valueOf(trouble.getFile());
        if (failed instanceof FileAlreadyExistsException || failed instanceof NoSuchFileException) {
            return path + " is not a folder that files can be kept in" + OTHER + ".";
        }
        String reason = trouble.getReason() == null ? "" : " (" + trouble.getReason() + ")";
        return path + " cannot be written" + reason + OTHER + ".";
    }

    /** Tries whether a program in the folder could be run: a file system that is mounted noexec refuses. */
    public static void refuseWithoutPrograms(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "program", "");
        try {
            Files.setPosixFilePermissions(probe, PosixFilePermissions.fromString("rwx------"));
            if (!Files.isExecutable(probe)) {
                throw new IOException("no program may be run from " + folder
                        + " (is it mounted noexec?), but PostgreSQL is unpacked there" + OTHER + ".");
            }
        } finally {
            Files.delete(probe);
        }
    }
}
