package io.outputport.sharing.table.cache;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Tally;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All files of a version in little memory: their records, some hundred together and compressed. LZ4 halves them or better, and
 * costs more than all that is done with a record afterwards.
 */
record PackedFiles(List<Block> blocks, Tally tally) {
    /** @param length of what is compressed */
    record Block(byte[] compressed, int length) {
        byte[] unpacked() {
            byte[] records = new byte[length];
            new Lz4Decompressor().decompress(compressed, 0, compressed.length, records, 0, length);
            return records;
        }
    }

    PackedFiles {
        blocks = List.copyOf(blocks);
    }

    /** Where the records of a block come from. */
    @FunctionalInterface
    interface Records {
        /** @return nobody changes them */
        byte[] of(int block);
    }

    LiveFiles files(Records records) {
        return new Unpacking(records, blocks.size());
    }

    /** One block after the other. */
    private static final class Unpacking implements LiveFiles {
        private final Records blocks;
        private final int count;
        private int next;
        private ByteBuffer records = ByteBuffer.allocate(0);

        Unpacking(Records blocks, int count) {
            this.blocks = blocks;
            this.count = count;
        }

        @Override
        public boolean hasNext() {
            while (!records.hasRemaining() && next < count) {
                records = ByteBuffer.wrap(blocks.of(next++));
            }
            return records.hasRemaining();
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
