package io.outputport.provisioner.file;

import io.outputport.provisioner.port.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of all ports; each answer tells whether something was changed. */
record Folder(Path path) {
    boolean has(String file) {
        return Files.exists(path.resolve(file));
    }

    boolean make(String file) {
        return !has(file) && write(file, "");
    }

    boolean give(String file, People people) {
        String readers = String.join(" ", people.refs());
        return !readers.equals(readers(file)) && write(file, readers);
    }

    String readers(String file) {
        try {
            return has(file) ? Files.readString(path.resolve(file)) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean remove(String file) {
        try {
            return Files.deleteIfExists(path.resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean write(String file, String text) {
        try {
            Files.writeString(path.resolve(file), text);
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
