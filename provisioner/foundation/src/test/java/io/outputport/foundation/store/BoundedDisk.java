package io.outputport.foundation.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that H2 writes to and that can be filled: the files are real ones below {@code bounded:}, and a write beyond the
 * free bytes fails as on a full disk. One for each JVM, as H2 knows file systems by their names.
 */
public final class BoundedDisk extends FilePathWrapper {
    private static final long BROKEN = Long.MIN_VALUE;
    private static final AtomicLong FREE = new AtomicLong(Long.MAX_VALUE);

    static {
        FilePath.register(new BoundedDisk());
    }

    /** The address of a database on it. */
    public static String h2(java.nio.file.Path file) {
        FREE.set(Long.MAX_VALUE);
        return "jdbc:h2:file:bounded:" + file;
    }

    public static void leaveFree(long bytes) {
        FREE.set(bytes);
    }

    /** Nothing can be changed any more, not even within a file. */
    public static void breakDown() {
        FREE.set(BROKEN);
    }

    public static void free() {
        FREE.set(Long.MAX_VALUE);
    }

    @Override
    public String getScheme() {
        return "bounded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new BoundedFile(super.open(mode));
    }

    private static final class BoundedFile extends FileBase {
        private final FileChannel file;

        BoundedFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            refuseIfBroken();
            long growth = Math.max(0, position + bytes.remaining() - file.size());
            if (growth > 0 && FREE.accumulateAndGet(growth, (free, wanted) -> free - wanted) < 0) {
                FREE.addAndGet(growth);
                throw new IOException("No space left on device");
            }
            return file.write(bytes, position);
        }

        @Override
        public synchronized int write(ByteBuffer bytes) throws IOException {
            int written = write(bytes, file.position());
            file.position(file.position() + written);
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            refuseIfBroken();
            file.truncate(size);
            return this;
        }

        private static void refuseIfBroken() throws IOException {
            if (FREE.get() == BROKEN) {
                throw new IOException("Input/output error");
            }
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
