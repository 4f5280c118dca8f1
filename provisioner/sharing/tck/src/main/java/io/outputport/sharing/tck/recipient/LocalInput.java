package io.outputport.sharing.tck.recipient;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of this machine as Kernel reads it. */
record LocalInput(Path file) implements InputFile {
    @Override
    public String path() {
        return file.toString();
    }

    @Override
    public long length() throws IOException {
        return Files.size(file);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return new Stream(Files.newByteChannel(file));
    }

    /** An open file. */
    private static final class Stream extends SeekableInputStream {
        private final SeekableByteChannel channel;

        private Stream(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() throws IOException {
            return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
            channel.position(position);
        }

        @Override
        public void readFully(byte[] bytes, int offset, int length) throws IOException {
            if (readNBytes(bytes, offset, length) < length) {
                throw new EOFException("the file ends before its time");
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return readNBytes(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(bytes, offset, length));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
