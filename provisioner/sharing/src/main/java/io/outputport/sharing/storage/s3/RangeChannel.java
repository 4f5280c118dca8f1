package io.outputport.sharing.storage.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * An object, read in parts as large as a reader goes on reading. All parts are of one content: when somebody writes the object
 * anew meanwhile, the reading breaks off.
 */
final class RangeChannel implements SeekableByteChannel {
    private static final int SMALLEST = 64 * 1024;
    private static final int LARGEST = 2 * 1024 * 1024;

    private final Bucket bucket;
    private final String key;
    private Bucket.ReadRange part;
    private long start;
    private long position;
    private int next = SMALLEST;
    private boolean open = true;

    private RangeChannel(Bucket bucket, String key, Bucket.ReadRange first) {
        this.bucket = bucket;
        this.key = key;
        this.part = first;
    }

    /** Reads the beginning, so that a file that is missing is missed now. */
    static RangeChannel open(Bucket bucket, String key) throws IOException {
        return new RangeChannel(bucket, key, bucket.read(key, 0, SMALLEST));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        if (position >= part.content().size()) {
            return -1;
        }
        if (position < start || position >= end()) {
            fetch();
        }
        int at = (int) (position - start);
        int length = Math.min(target.remaining(), part.bytes().length - at);
        target.put(part.bytes(), at, length);
        position += length;
        return length;
    }

    private long end() {
        return start + part.bytes().length;
    }

    private void fetch() throws IOException {
        next = position == end() ? Math.min(2 * next, LARGEST) : SMALLEST;
        // Readers of Parquet ask for the last bytes, and then for those before.
        long from = Math.min(position, Math.max(0, part.content().size() - next));
        Bucket.ReadRange fetched = bucket.read(key, from, next);
        if (!fetched.content().equals(part.content())) {
            throw new IOException("the file changed while it was read");
        }
        if (position >= from + fetched.bytes().length) {
            throw new IOException("the storage handed out less than was asked for");
        }
        part = fetched;
        start = from;
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) throws IOException {
        requireOpen();
        if (wanted < 0) {
            throw new IllegalArgumentException("a position before the file's beginning");
        }
        position = wanted;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return part.content().size();
    }

    private void requireOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
