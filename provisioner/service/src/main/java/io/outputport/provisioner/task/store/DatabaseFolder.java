package io.outputport.provisioner.task.store;

import io.outputport.provisioner.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where an H2 database keeps its file. H2 itself fails with a stack trace where it may not write, or opens read-only. */
record DatabaseFolder(Path file) {
    private static final String ENDING = ".mv.db";

    /** @param url of H2 in a file, with its options; empty for any other */
    static Optional<DatabaseFolder> of(String url) {
        if (!url.startsWith(TaskDatabaseSettings.H2_FILE)) {
            return Optional.empty();
        }
        String name = url.substring(TaskDatabaseSettings.H2_FILE.length()).replaceFirst(";.*", "");
        String path =
                name.replaceFirst("^~(?=/|$)", System.getProperty("user.home").replace("$", "\\$"));
        try {
            return Optional.of(
                    new DatabaseFolder(Path.of(path + ENDING).toAbsolutePath().normalize()));
        } catch (InvalidPathException notAPath) {
            throw new SettingsException("TASK_DB_URL names no file that there can be.");
        }
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
