package io.outputport.sandbox.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs of the database server, unpacked by the first run and found again by later ones. Nothing of it is run that
 * is not as it was unpacked: what a full disk left half-done, or somebody changed since, is unpacked anew.
 */
public final class UnpackedServer {
    private static final String SEAL = ".sha256";

    private final Path folder;
    private final Path seal;

    /** @param folder in one that nobody else can write to */
    public UnpackedServer(Path folder) {
        this.folder = folder;
        this.seal = folder.resolveSibling(folder.getFileName() + SEAL);
    }

    /** What starts the server, and unpacks it where it is missing. */
    @FunctionalInterface
    public interface Start<T> {
        T from(Path folder) throws IOException;
    }

    /** One run at a time unpacks; those that find everything in place do not wait for each other. */
    public <T> T start(Start<T> start) throws IOException {
        PrivateFolder.make(folder.toAbsolutePath().resolveSibling(""));
        if (isSealed()) {
            return start.from(folder);
        }
        synchronized (UnpackedServer.class) {
            try (FileChannel lock = FileChannel.open(
                    folder.resolveSibling(folder.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                lock.lock();
                if (!isSealed()) {
                    clear();
                }
                T started = start.from(folder);
                seal();
                return started;
            }
        }
    }

    private boolean isSealed() throws IOException {
        return Files.isRegularFile(seal, LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.readAllLines(seal).equals(digests());
    }

    private void clear() throws IOException {
        Files.deleteIfExists(seal);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectory(folder);
    }

    /** Written beside it first: half a seal would be none. */
    private void seal() throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + SEAL + ".new");
        Files.write(fresh, digests());
        Files.move(fresh, seal, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Of each file and link. Empty files are the marks that the unpacking leaves for itself. */
    private List<String> digests() throws IOException {
        List<String> digests = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted().toList()) {
                if (Files.isSymbolicLink(path)) {
                    digests.add(Files.readSymbolicLink(path) + "  " + folder.relativize(path));
                } else if (Files.isRegularFile(path) && Files.size(path) > 0) {
                    digests.add(digest(path) + "  " + folder.relativize(path));
                }
            }
        }
        return digests;
    }

    private static String digest(Path file) throws IOException {
        try (FileChannel content = FileChannel.open(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.map(FileChannel.MapMode.READ_ONLY, 0, content.size()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
