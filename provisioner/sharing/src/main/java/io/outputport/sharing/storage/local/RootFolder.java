package io.outputport.sharing.storage.local;

import io.outputport.sharing.storage.StoragePath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A folder that is walked name by name, each opened relative to the one before and never through a link: who may write
 * into the folder cannot lead a reader out of it, not even by swapping a name between a look and the opening.
 */
final class RootFolder {
    private final Path root;

    RootFolder(Path root) {
        this.root = root;
    }

    /** Whether the system can open relative to a folder; Linux can. */
    boolean isWalkable() throws IOException {
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(root)) {
            return folder instanceof SecureDirectoryStream<Path>;
        }
    }

    FileChannel open(StoragePath file) throws IOException {
        try (SecureDirectoryStream<Path> folder = folder(file.folder())) {
            Path name = Path.of(file.name());
            // A pipe would hold the opening up until somebody writes into it.
            if (!attributes(folder, name).isRegularFile()) {
                throw new NoSuchFileException(file.value());
            }
            return (FileChannel)
                    folder.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        }
    }

    BasicFileAttributes attributes(StoragePath file) throws IOException {
        try (SecureDirectoryStream<Path> folder = folder(file.folder())) {
            BasicFileAttributes found = attributes(folder, Path.of(file.name()));
            if (!found.isRegularFile()) {
                throw new NoSuchFileException(file.value());
            }
            return found;
        }
    }

    /** The regular files of a folder, by name. */
    Map<String, BasicFileAttributes> files(StoragePath path, String from) throws IOException {
        Map<String, BasicFileAttributes> files = new TreeMap<>();
        try (SecureDirectoryStream<Path> folder = folder(path)) {
            for (Path entry : folder) {
                String name = entry.getFileName().toString();
                if (name.compareTo(from) >= 0) {
                    addFile(files, folder, name);
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return files;
    }

    private static void addFile(Map<String, BasicFileAttributes> files, SecureDirectoryStream<Path> folder, String name)
            throws IOException {
        try {
            BasicFileAttributes found = attributes(folder, Path.of(name));
            if (found.isRegularFile()) {
                files.put(name, found);
            }
        } catch (NoSuchFileException goneMeanwhile) {
            // A writer cleans up while we look: it is as if it had done so before.
        }
    }

    private static BasicFileAttributes attributes(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        return folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    private SecureDirectoryStream<Path> folder(StoragePath path) throws IOException {
        SecureDirectoryStream<Path> folder = (SecureDirectoryStream<Path>) Files.newDirectoryStream(root);
        for (String name : path.names()) {
            folder = next(folder, name, path);
        }
        return folder;
    }

    private static SecureDirectoryStream<Path> next(SecureDirectoryStream<Path> from, String name, StoragePath path)
            throws IOException {
        try (from) {
            if (!attributes(from, Path.of(name)).isDirectory()) {
                throw new NoSuchFileException(path.value());
            }
            return from.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
