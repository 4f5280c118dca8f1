package io.outputport.sharing.table.cache;

import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.table.FileDescription;
import io.outputport.sharing.table.FileId;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files as bytes, for memory only: nothing of it outlives the process. */
final class FileRecords {
    private static final int NO_VECTOR = 0;
    private static final int IN_FILE = 1;
    private static final int IN_FILE_FROM = 2;
    private static final int INLINE = 3;
    private static final int MD5 = 16;

    private FileRecords() {}

    static void write(DataFile file, DataOutput to) throws IOException {
        text(file.path().value(), to);
        to.write(file.id().md5());
        to.writeLong(file.size());
        to.writeLong(file.modified());
        to.writeLong(file.liveRows().orElse(Long.MIN_VALUE));
        bytes(file.description().json(), to);
        if (file.vector().isPresent()) {
            write(file.vector().get(), to);
        } else {
            to.writeByte(NO_VECTOR);
        }
    }

    private static void write(DeletionVector vector, DataOutput to) throws IOException {
        if (vector.bits() instanceof DeletionVector.InFile in) {
            to.writeByte(in.offset().isPresent() ? IN_FILE_FROM : IN_FILE);
            text(in.path().value(), to);
            if (in.offset().isPresent()) {
                to.writeInt(in.offset().get());
            }
        } else if (vector.bits() instanceof DeletionVector.Inline inline) {
            to.writeByte(INLINE);
            text(inline.encoded(), to);
        }
        to.writeInt(vector.size());
        to.writeLong(vector.cardinality());
    }

    static DataFile read(ByteBuffer from) {
        StoragePath path = new StoragePath(text(from));
        FileId id = new FileId(bytes(MD5, from));
        long size = from.getLong();
        long modified = from.getLong();
        long rows = from.getLong();
        FileDescription description = new FileDescription(bytes(from));
        return new DataFile(
                path,
                id,
                size,
                modified,
                rows == Long.MIN_VALUE ? Optional.empty() : Optional.of(rows),
                description,
                vector(from.get(), from));
    }

    private static Optional<DeletionVector> vector(byte kind, ByteBuffer from) {
        if (kind == NO_VECTOR) {
            return Optional.empty();
        }
        String where = text(from);
        DeletionVector.Bits bits = kind == INLINE
                ? new DeletionVector.Inline(where)
                : new DeletionVector.InFile(
                        new StoragePath(where), kind == IN_FILE_FROM ? Optional.of(from.getInt()) : Optional.empty());
        return Optional.of(new DeletionVector(bits, from.getInt(), from.getLong()));
    }

    private static void text(String text, DataOutput to) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), to);
    }

    private static void bytes(byte[] bytes, DataOutput to) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static String text(ByteBuffer from) {
        return new String(bytes(from), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer from) {
        return bytes(from.getInt(), from);
    }

    private static byte[] bytes(int length, ByteBuffer from) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
