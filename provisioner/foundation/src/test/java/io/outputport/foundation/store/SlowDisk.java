package io.outputport.foundation.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.CountDownLatch;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk for H2, {@code jdbc:h2:slowdisk:…}, whose writes can be held up. One for all databases of a test. */
public final class SlowDisk extends FilePathWrapper {
    private static volatile CountDownLatch free = new CountDownLatch(0);
    private static volatile CountDownLatch heldUp = new CountDownLatch(1);

    /** As many as H2 likes: it makes one for each file. */
    public SlowDisk() {}

    static void insert() {
        FilePath.register(new SlowDisk());
    }

    /** From now on writes wait for {@link #letGo}. */
    static void holdUp() {
        heldUp = new CountDownLatch(1);
        free = new CountDownLatch(1);
    }

    /** Done as soon as a write waits. */
    static CountDownLatch heldUp() {
        return heldUp;
    }

    static void letGo() {
        free.countDown();
    }

    @Override
    public String getScheme() {
        return "slowdisk";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SlowFile(unwrap().open(mode));
    }

    private static final class SlowFile extends FileBaseDefault {
        private final FileChannel file;

        SlowFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (free.getCount() > 0) {
                heldUp.countDown();
            }
            try {
                free.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            return file.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
