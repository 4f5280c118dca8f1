package io.outputport.foundation.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.message.DbException;
import org.h2.store.fs.FilePath;

/** The file of an H2 database. */
final class H2File {
    private static final String SUFFIX = ".mv.db";

    private final FilePath file;

    H2File(FilePath file) {
        this.file = file;
    }

    /** Empty for any other database. */
    static Optional<H2File> of(DatabaseSettings settings) {
        try {
            return settings.file().map(name -> new H2File(FilePath.get(name + SUFFIX)));
        } catch (DbException notAPath) {
            return Optional.empty();
        }
    }

    /**
     * Whether it is there and holds nothing, as an H2 database never does: it would be taken for a new one. One that somebody
     * else holds is left to H2, which says so.
     */
    boolean isEmpty() {
        return file.exists() && !file.isDirectory() && file.size() == 0 && isFree();
    }

    private boolean isFree() {
        try (var channel = file.open("rw");
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | RuntimeException held) {
            return false;
        }
    }

    boolean exists() {
        return file.exists();
    }

    /** What a start left that could not write its first byte. */
    void deleteIfEmpty() {
        if (isEmpty()) {
            file.delete();
        }
    }

    /** How many bytes the file may still grow; as much as one likes where nobody can tell. */
    long room() {
        return volume().map(H2File::usable).orElse(Long.MAX_VALUE);
    }

    /** How many bytes the file's volume has in all; as much as one likes where nobody can tell. */
    long capacity() {
        return volume().map(H2File::total).orElse(Long.MAX_VALUE);
    }

    private Optional<FileStore> volume() {
        try {
            Path path = Path.of(file.unwrap().toString()).toAbsolutePath();
            return Optional.of(Files.getFileStore(path.getParent()));
        } catch (IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private static long usable(FileStore volume) {
        try {
            return volume.getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static long total(FileStore volume) {
        try {
            return volume.getTotalSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
