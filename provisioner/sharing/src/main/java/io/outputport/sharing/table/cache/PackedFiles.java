package io.outputport.sharing.table.cache;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Tally;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All files of a version in little memory: their records, some hundred together and compressed. LZ4 halves them or better, and
 * is as fast as copying.
 */
record PackedFiles(List<Block> blocks, Tally tally) {
    /** @param length of what is compressed */
    record Block(byte[] compressed, int length) {}

    PackedFiles {
        blocks = List.copyOf(blocks);
    }

    LiveFiles files() {
        return new Unpacking(blocks.iterator());
    }

    /** Holds one block at a time. */
    private static final class Unpacking implements LiveFiles {
        private final Lz4Decompressor decompressor = new Lz4Decompressor();
        private final Iterator<Block> blocks;
        private ByteBuffer records = ByteBuffer.allocate(0);
        /** The same for one block after the other: what is read of it is copied. */
        private byte[] bytes = new byte[0];

        Unpacking(Iterator<Block> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            while (!records.hasRemaining() && blocks.hasNext()) {
                records = unpacked(blocks.next());
            }
            return records.hasRemaining();
        }

        private ByteBuffer unpacked(Block block) {
            if (bytes.length < block.length()) {
                bytes = new byte[block.length()];
            }
            decompressor.decompress(block.compressed(), 0, block.compressed().length, bytes, 0, block.length());
            return ByteBuffer.wrap(bytes, 0, block.length());
        }

        @Override
        public DataFile next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return FileRecords.read(records);
        }

        @Override
        public void close() {
            // Nothing is held but memory.
        }
    }
}
