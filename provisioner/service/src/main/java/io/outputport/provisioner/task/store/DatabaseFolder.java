package io.outputport.provisioner.task.store;

import io.outputport.provisioner.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.store.fs.FilePath;

/** Where an H2 database keeps its file. H2 itself fails with a stack trace where it may not write, or opens read-only. */
record DatabaseFolder(Path file) {
    private static final String ENDING = ".mv.db";

    /** @param url of H2 in a file, with its options; empty for any other */
    static Optional<DatabaseFolder> of(String url) {
        if (!url.startsWith(TaskDatabaseSettings.H2_FILE)) {
            return Optional.empty();
        }
        String name = url.substring(TaskDatabaseSettings.H2_FILE.length()).replaceFirst(";.*", "");
        try {
            return Optional.of(new DatabaseFolder(
                    Path.of(onDisk(name + ENDING)).toAbsolutePath().normalize()));
        } catch (InvalidPathException notAPath) {
            throw new SettingsException("TASK_DB_URL names no file that there can be.");
        }
    }

    /** Without the name of the file system that H2 is to use, and with the home folder for a tilde. */
    private static String onDisk(String name) {
        return FilePath.get(name).unwrap().toString();
    }

    /** Makes the folder if it is missing. */
    void refuseUnwritable() {
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        try {
            Files.createDirectories(folder);
        } catch (IOException notMade) {
            throw unwritable("folder", folder);
        }
        if (!Files.isWritable(folder)) {
            throw unwritable("folder", folder);
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw unwritable("file", file);
        }
    }

    private static SettingsException unwritable(String what, Path place) {
        return new SettingsException("The task database cannot be kept: this user may not write to the " + what + " "
                + place + ". Let it, or name another place with TASK_DB_URL, such as " + TaskDatabaseSettings.H2_FILE
                + "/data/tasks.");
    }
}
