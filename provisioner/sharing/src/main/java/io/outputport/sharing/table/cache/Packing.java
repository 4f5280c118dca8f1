package io.outputport.sharing.table.cache;

import io.airlift.compress.lz4.Lz4Compressor;
import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.Tally;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Packs files, one after the other, as far as there is memory for them. */
final class Packing {
    static final int BLOCK = 1 << 16;
    /** What an array and its place in a list take beside its bytes. */
    private static final int OVERHEAD = 48;

    private final FileMemory.Taken memory;
    private final FilePlace.Marker marker;
    private final Lz4Compressor compressor = new Lz4Compressor();
    private final ByteArrayOutputStream records = new ByteArrayOutputStream(BLOCK + 4_096);
    private final DataOutputStream to = new DataOutputStream(records);
    private final List<PackedFiles.Block> blocks = new ArrayList<>();
    private long files;
    private long bytes;

    Packing(FileMemory.Taken memory, FilePlace.Marker marker) {
        this.memory = memory;
        this.marker = marker;
    }

    /** False once there was no memory left; files are only counted then. */
    boolean add(DataFile file) {
        files++;
        bytes += file.size();
        try {
            FileRecords.write(file, file.place().marked(marker), to);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return records.size() < BLOCK || pack();
    }

    private boolean pack() {
        byte[] block = records.toByteArray();
        byte[] compressed = new byte[compressor.maxCompressedLength(block.length)];
        int length = compressor.compress(block, 0, block.length, compressed, 0, compressed.length);
        records.reset();
        if (!memory.more(length + OVERHEAD)) {
            return false;
        }
        blocks.add(new PackedFiles.Block(Arrays.copyOf(compressed, length), block.length));
        return true;
    }

    /** Counts without keeping. */
    void count(DataFile file) {
        files++;
        bytes += file.size();
    }

    void drop() {
        blocks.clear();
    }

    Tally tally() {
        return new Tally(files, bytes);
    }

    /** Whether the last block had room, too. */
    boolean finish() {
        return records.size() == 0 || pack();
    }

    PackedFiles packed() {
        return new PackedFiles(blocks, tally());
    }
}
