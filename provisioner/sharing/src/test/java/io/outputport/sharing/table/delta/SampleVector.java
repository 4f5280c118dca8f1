package io.outputport.sharing.table.delta;

import io.delta.kernel.internal.deletionvectors.Base85Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.CRC32;

/** A deletion vector, byte by byte as Delta's protocol has it: a roaring bitmap of the first 65,536 rows. */
record SampleVector(int... deleted) {
    private static final int ARRAY_OF_BITMAPS = 1_681_511_377;
    private static final int BITMAP_WITHOUT_RUNS = 12_346;

    /** The descriptor of one that stands in the log. */
    String inLog() {
        byte[] bits = bits();
        return descriptor("i", Base85Codec.encodeBytes(bits), "", bits.length);
    }

    /** Writes the file, and gives its descriptor. */
    String inFile(Path table, String prefix) {
        byte[] bits = bits();
        CRC32 sum = new CRC32();
        sum.update(bits);
        ByteBuffer file = ByteBuffer.allocate(1 + Integer.BYTES + bits.length + Integer.BYTES);
        file.put((byte) 1).putInt(bits.length).put(bits).putInt((int) sum.getValue());
        UUID name = UUID.randomUUID();
        try {
            Path folder = Files.createDirectories(table.resolve(prefix));
            Files.write(folder.resolve("deletion_vector_" + name + ".bin"), file.array());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return descriptor("u", prefix + Base85Codec.encodeUUID(name), "\"offset\":1,", bits.length);
    }

    private String descriptor(String type, String where, String offset, int size) {
        return "{\"storageType\":\"" + type + "\",\"pathOrInlineDv\":\"" + where + "\"," + offset + "\"sizeInBytes\":"
                + size + ",\"cardinality\":" + deleted.length + "}";
    }

    private byte[] bits() {
        ByteBuffer bits = ByteBuffer.allocate(32 + 2 * deleted.length).order(ByteOrder.LITTLE_ENDIAN);
        bits.putInt(ARRAY_OF_BITMAPS).putLong(1).putInt(0);
        bits.putInt(BITMAP_WITHOUT_RUNS).putInt(1);
        bits.putShort((short) 0).putShort((short) (deleted.length - 1));
        bits.putInt(16);
        for (int row : deleted) {
            bits.putShort((short) row);
        }
        // What stands in a log is a multiple of four bytes.
        byte[] all = new byte[(bits.position() + 3) / 4 * 4];
        System.arraycopy(bits.array(), 0, all, 0, bits.position());
        return all;
    }
}
