package io.outputport.sharing.storage.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of an open file. A file that got shorter meanwhile breaks the answer off; it is never filled up or cut short. */
final class RangeStream extends InputStream {
    private final FileChannel file;
    private long position;
    private long left;

    RangeStream(FileChannel file, ByteRange range) {
        this.file = file;
        this.position = range.first();
        this.left = range.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)), position);
        if (read < 0) {
            throw new EOFException("the file got shorter");
        }
        position += read;
        left -= read;
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
