package io.outputport.sharing.table.packed;

import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.table.FileDescription;
import io.outputport.sharing.table.FileId;
import io.outputport.sharing.text.Utf8Slice;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Files as bytes, for memory only: nothing of it outlives the process. */
public final class FileRecords {
    private static final int NO_VECTOR = 0;
    private static final int IN_FILE = 1;
    private static final int IN_FILE_FROM = 2;
    private static final int INLINE = 3;

    private FileRecords() {}

    /** @param place of the file, with its mark */
    static void write(DataFile file, FilePlace place, DataOutput to) throws IOException {
        slice(place.path(), to);
        slice(place.mark(), to);
        slice(file.id().md5(), to);
        to.writeLong(file.size());
        to.writeLong(file.modified());
        to.writeLong(file.liveRows().orElse(Long.MIN_VALUE));
        slice(file.description().json(), to);
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

    /** @param from an array that nobody changes any more: parts of the file stay in it */
    public static DataFile read(ByteBuffer from) {
        FilePlace place = new FilePlace(slice(from), slice(from));
        FileId id = new FileId(slice(from));
        long size = from.getLong();
        long modified = from.getLong();
        long rows = from.getLong();
        FileDescription description = new FileDescription(slice(from));
        return new DataFile(
                place,
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
        slice(Utf8Slice.of(text), to);
    }

    private static void slice(Utf8Slice bytes, DataOutput to) throws IOException {
        to.writeInt(bytes.length());
        to.write(bytes.array(), bytes.from(), bytes.length());
    }

    private static String text(ByteBuffer from) {
        return slice(from).toString();
    }

    private static Utf8Slice slice(ByteBuffer from) {
        int length = from.getInt();
        Utf8Slice slice = new Utf8Slice(from.array(), from.position(), length);
        from.position(from.position() + length);
        return slice;
    }
}
