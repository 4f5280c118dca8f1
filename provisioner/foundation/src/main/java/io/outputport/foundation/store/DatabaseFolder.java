package io.outputport.foundation.store;

import io.outputport.foundation.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.store.fs.FilePath;

/** Where an H2 database keeps its file. H2 itself fails with a stack trace where it may not write, or opens read-only. */
record DatabaseFolder(Path file, DatabaseSettings.Purpose purpose) {
    private static final String ENDING = ".mv.db";

    /** Empty for any other database. */
    static Optional<DatabaseFolder> of(DatabaseSettings settings) {
        try {
            return settings.file()
                    .map(name -> Path.of(onDisk(name + ENDING)).toAbsolutePath().normalize())
                    .map(file -> new DatabaseFolder(file, settings.purpose()));
        } catch (InvalidPathException notAPath) {
            throw new SettingsException(settings.purpose().url() + " names no file that there can be.");
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

    private SettingsException unwritable(String what, Path place) {
        return new SettingsException("The " + purpose.database() + " cannot be kept: this user may not write to the "
                + what + " " + place + ". Let it, or name another place with " + purpose.url() + ", such as "
                + DatabaseSettings.H2_FILE + "/data/" + purpose.content() + "s.");
    }
}
