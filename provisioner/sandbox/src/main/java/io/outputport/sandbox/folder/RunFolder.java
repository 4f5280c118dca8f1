package io.outputport.sandbox.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of this run. A lock on its file tells other runs that it is in use: the operating system releases it
 * however the process ends, and no process number has to be trusted.
 */
public final class RunFolder implements AutoCloseable {
    /** Where a database server in a run's folder keeps its data; what a killed run left running is looked for there. */
    public static final String DATABASE = "postgres";

    private static final String LOCK = "in-use";
    private static final String PREFIX = "run-";

    private final Path folder;
    private final FileChannel lock;

    private RunFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** The folder below which all runs of this user have theirs; it also keeps the unpacked server between runs. */
    public static Path ofUser() {
        return Path.of(System.getProperty("java.io.tmpdir"), "outputport-sandbox-" + System.getProperty("user.name"));
    }

    /** Clears away what dead runs left below {@code base}, then makes a new folder there. */
    public static RunFolder open(Path base) throws IOException {
        PrivateFolder.make(base);
        synchronized (RunFolder.class) {
            try (FileChannel oneAtATime = locked(base.resolve("lock"))) {
                for (Path run : runs(base)) {
                    clearIfDead(run);
                }
                Path folder = Files.createTempDirectory(base, PREFIX);
                return new RunFolder(folder, locked(folder.resolve(LOCK)));
            }
        }
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        synchronized (RunFolder.class) {
            try (FileChannel oneAtATime = locked(folder.resolveSibling("lock"))) {
                delete(folder);
                lock.close();
            }
        }
    }

    private static List<Path> runs(Path base) throws IOException {
        try (Stream<Path> all = Files.list(base)) {
            return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }

    private static void clearIfDead(Path run) throws IOException {
        try (FileChannel file = lockFile(run.resolve(LOCK))) {
            if (file.tryLock() != null) {
                LeftDatabase.stop(run.resolve(DATABASE));
                delete(run);
            }
        } catch (OverlappingFileLockException ours) {
            // Another sandbox of this very process; it is alive.
        }
    }

    /** Waits for the lock; closing the channel gives it back. */
    private static FileChannel locked(Path path) throws IOException {
        FileChannel file = lockFile(path);
        file.lock();
        return file;
    }

    private static FileChannel lockFile(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
