package io.outputport.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository. */
public final class Repository {
    /** Tests run in the module's folder. */
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Repository() {}

    public static Path path(String name) {
        return ROOT.resolve(name);
    }

    public static String read(String name) {
        return read(path(name));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static void write(String name, String text) {
        try {
            Files.writeString(path(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The files directly in a folder, in the order of their names. */
    public static List<Path> filesIn(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether generated texts are written instead of compared: {@code -Dwrite=true}. The property is the one switch of
     * all of them.
     */
    public static boolean writes() {
        return Boolean.getBoolean("write");
    }
}
