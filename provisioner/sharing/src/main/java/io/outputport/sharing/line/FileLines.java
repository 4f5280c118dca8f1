package io.outputport.sharing.line;

import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import java.time.Instant;

/**
 * The lines of files in one answer, each with an address. What a file's line has in every answer is written already, and
 * what is put around it needs no escaping: ids and addresses hold nothing that JSON escapes. For one thread.
 */
public final class FileLines {
    private final ResponseFormat format;
    private final Signer signer;
    private final FileIds ids;
    private final String expires;

    /** @param expires when the addresses do */
    public FileLines(ResponseFormat format, Signer signer, FileIds ids, Instant expires) {
        this.format = format;
        this.signer = signer;
        this.ids = ids;
        this.expires = ",\"expirationTimestamp\":" + expires.toEpochMilli();
    }

    public void add(LineBuffer to, DataFile file) {
        if (format == ResponseFormat.DELTA) {
            addDelta(to, file);
        } else {
            addParquet(to, file);
        }
    }

    private void addParquet(LineBuffer to, DataFile file) {
        if (file.vector().isPresent()) {
            throw new IllegalArgumentException("without its vector, the file's deleted rows would be live");
        }
        to.text("{\"file\":{\"url\":\"" + signer.sign(file.path()) + "\",\"id\":\"" + ids.id(file.path()) + "\",")
                .text(file.description().json())
                .text(expires + "}}\n");
    }

    private void addDelta(LineBuffer to, DataFile file) {
        to.text("{\"file\":{\"id\":\"" + ids.id(file.path()) + "\"");
        file.vector().ifPresent(vector -> addVectorId(to, vector));
        to.text(",\"size\":" + file.size() + expires + ",\"deltaSingleAction\":{\"add\":{\"path\":\""
                        + signer.sign(file.path()) + "\",")
                .text(file.description().json())
                .text(",\"modificationTime\":" + file.modified() + ",\"dataChange\":true");
        file.vector().ifPresent(vector -> addVector(to, vector));
        to.text("}}}}\n");
    }

    private void addVectorId(LineBuffer to, DeletionVector vector) {
        if (vector.bits() instanceof DeletionVector.InFile in) {
            to.text(",\"deletionVectorFileId\":\"" + ids.id(in.path()) + "\"");
        }
    }

    private void addVector(LineBuffer to, DeletionVector vector) {
        String counts = ",\"sizeInBytes\":" + vector.size() + ",\"cardinality\":" + vector.cardinality() + "}";
        if (vector.bits() instanceof DeletionVector.InFile in) {
            to.text(",\"deletionVector\":{\"storageType\":\"p\",\"pathOrInlineDv\":\"" + signer.sign(in.path()) + "\""
                    + in.offset().map(offset -> ",\"offset\":" + offset).orElse("") + counts);
        } else if (vector.bits() instanceof DeletionVector.Inline inline) {
            to.text(",\"deletionVector\":{\"storageType\":\"i\",\"pathOrInlineDv\":")
                    .text(JsonLine.quoted(inline.encoded()))
                    .text(counts);
        }
    }
}
