package io.outputport.sharing.table.packed;

import io.airlift.compress.lz4.Lz4Compressor;
import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.Tally;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Packs files, one after the other, as far as somebody takes them, and counts them. */
public final class Packing {
    public static final int BLOCK = 1 << 16;

    private final FilePlace.Marker marker;
    private final Blocks to;
    private final Lz4Compressor compressor = new Lz4Compressor();
    private final ByteArrayOutputStream records = new ByteArrayOutputStream(BLOCK + 4_096);
    private final DataOutputStream record = new DataOutputStream(records);
    private int inBlock;
    private long files;
    private long bytes;

    /** Takes what is packed. */
    @FunctionalInterface
    public interface Blocks {
        /**
         * @param records what is in the block
         * @return false when there is no room for it
         */
        boolean add(PackedBlock block, byte[] records);
    }

    public Packing(FilePlace.Marker marker, Blocks to) {
        this.marker = marker;
        this.to = to;
    }

    /** False once there was no room left; files are only counted then. */
    public boolean add(DataFile file) {
        count(file);
        inBlock++;
        try {
            FileRecords.write(file, file.place().marked(marker), record);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return records.size() < BLOCK || pack();
    }

    private boolean pack() {
        byte[] block = records.toByteArray();
        records.reset();
        int packed = inBlock;
        inBlock = 0;
        return to.add(PackedBlock.of(block, packed, compressor), block);
    }

    /** Counts without keeping. */
    public void count(DataFile file) {
        files++;
        bytes += file.size();
    }

    public Tally tally() {
        return new Tally(files, bytes);
    }

    /** Whether the last block had room, too. */
    public boolean finish() {
        return records.size() == 0 || pack();
    }
}
