package io.outputport.sharing.table.delta.engine;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file of a log. */
public record ChannelInput(String path, long length, Opening opening) implements InputFile {

    /** Opens what a path of Kernel's names. */
    @FunctionalInterface
    public interface Opening {
        Stream open(String path) throws IOException;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return opening.open(path);
    }

    /** The file ends before it did when it was opened. What is left of a commit reads like one that was never longer. */
    public static final class CutOff extends IOException {
        CutOff() {
            super("the file was cut off while it was read");
        }
    }

    /** A channel in the form in which Kernel reads. */
    public static final class Stream extends SeekableInputStream {
        /** Through as much direct memory a thread reads an array, and keeps that: never as much as a whole column. */
        private static final int MOST_AT_ONCE = 64 * 1024;

        private final SeekableByteChannel channel;
        private final ReadBudget budget;
        private final String path;
        private final long size;
        private int line;

        /** @param path by which the file was opened */
        public Stream(SeekableByteChannel channel, ReadBudget budget, String path) throws IOException {
            this.channel = channel;
            this.budget = budget;
            this.path = path;
            this.size = channel.size();
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
            int read = taken(ByteBuffer.wrap(bytes, offset, Math.min(length, MOST_AT_ONCE)));
            if (read < 0 && channel.position() < size) {
                throw new CutOff();
            }
            budget.take(path, read);
            if (ReadBudget.isCommit(path)) {
                refuseLongLine(bytes, offset, read);
            }
            return read;
        }

        /** Kernel takes a line whole, however long it is. */
        private void refuseLongLine(byte[] bytes, int offset, int read) throws IOException {
            for (int at = offset; at < offset + read; at++) {
                line = bytes[at] == '\n' ? 0 : line + 1;
            }
            if (line > budget.longestLine()) {
                throw new ReadBudget.TooMuch("holds a line that is longer than this server reads");
            }
        }

        /** A storage can go away between two parts of a file. */
        private int taken(ByteBuffer target) throws IOException {
            try {
                return channel.read(target);
            } catch (IOException failed) {
                throw StorageAway.unlessMissing(failed);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
