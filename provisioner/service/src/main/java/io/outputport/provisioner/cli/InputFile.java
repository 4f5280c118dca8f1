package io.outputport.provisioner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A descriptor as it was given: a file, or {@code -} for standard input. */
record InputFile(String name, String text) {
    private static final int LARGEST = 16 << 20;

    static InputFile read(String name, InputStream standardInput) {
        try {
            return name.equals("-")
                    ? new InputFile("(standard input)", bounded(name, standardInput))
                    : file(name, Path.of(name));
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new UsageError("There is no file " + name + ".");
        } catch (AccessDeniedException denied) {
            throw new UsageError("The file " + name + " may not be read.");
        } catch (IOException unreadable) {
            throw new UsageError("The file " + name + " cannot be read.");
        }
    }

    private static InputFile file(String name, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new UsageError(name + " is a folder; name the files in it.");
        }
        try (InputStream content = Files.newInputStream(path)) {
            return new InputFile(name, bounded(name, content));
        }
    }

    /** What is not UTF-8 shows as a replacement character, and is refused as such where it matters. */
    private static String bounded(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new UsageError("The file " + name + " is larger than " + (LARGEST >> 20) + " MiB.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
