package io.outputport.sharing.table.packed;

import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records of some hundred files in little memory: LZ4 halves them or better, and costs more than all that is done with a record
 * afterwards. Where memory is left they are kept as they are as well.
 */
public final class PackedBlock {
    /** What an array and its place in a list take beside its bytes. */
    private static final int OVERHEAD = 48;

    private final byte[] compressed;
    private final int length;
    private final int files;
    private volatile byte @Nullable [] plain;

    private PackedBlock(byte[] compressed, int length, int files) {
        this.compressed = compressed;
        this.length = length;
        this.files = files;
    }

    static PackedBlock of(byte[] records, int files, Lz4Compressor compressor) {
        byte[] compressed = new byte[compressor.maxCompressedLength(records.length)];
        int size = compressor.compress(records, 0, records.length, compressed, 0, compressed.length);
        return new PackedBlock(Arrays.copyOf(compressed, size), records.length, files);
    }

    public int files() {
        return files;
    }

    /** Bytes of memory that it takes as long as it is there. */
    int packed() {
        return compressed.length + OVERHEAD;
    }

    byte[] unpacked() {
        byte[] records = new byte[length];
        new Lz4Decompressor().decompress(compressed, 0, compressed.length, records, 0, length);
        return records;
    }

    /** The records, where they are kept. Nobody changes them. */
    Optional<byte[]> plain() {
        return Optional.ofNullable(plain);
    }

    void keep(byte[] records) {
        plain = records;
    }

    void dropPlain() {
        plain = null;
    }
}
