package io.outputport.foundation.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Files that came with a program. The framework's own loader makes a file system of the whole jar for each, which takes a
 * tenth of a second with as many entries as ours have.
 */
public final class PackagedFile {
    private PackagedFile() {}

    /**
     * @param program a class of the same jar
     * @param path from the root of the class path, without a slash before it; never a folder
     * @return empty where there is none
     */
    public static Optional<byte[]> bytes(Class<?> program, String path) {
        try (InputStream file = program.getResourceAsStream("/" + path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read from the class path", unreadable);
        }
    }

    /** The same of a text in UTF-8, without which the program is not whole. */
    public static String text(Class<?> program, String path) {
        return bytes(program, path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException(path + " is missing on the class path"));
    }
}
