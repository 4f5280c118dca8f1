package io.outputport.sharing.line;

import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.text.Utf8Builder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The lines of files in one answer, each with an address. What a file's line has in every answer is written already, and
 * what is put around it needs no escaping: ids and addresses hold nothing that JSON escapes. For one thread.
 */
public final class FileLines {
    private static final byte[] PARQUET = ascii("{\"file\":{\"url\":\"");
    private static final byte[] PARQUET_ID = ascii("\",\"id\":\"");
    private static final byte[] NEXT = ascii("\",");
    private static final byte[] DELTA = ascii("{\"file\":{\"id\":\"");
    private static final byte[] DELTA_PATH = ascii(",\"deltaSingleAction\":{\"add\":{\"path\":\"");

    private final ResponseFormat format;
    private final Signer signer;
    private final FileIds ids;
    private final byte[] expires;
    private final byte[] end;

    /** @param expires when the addresses do */
    public FileLines(ResponseFormat format, Signer signer, FileIds ids, Instant expires) {
        this.format = format;
        this.signer = signer;
        this.ids = ids;
        this.expires = ascii(",\"expirationTimestamp\":" + expires.toEpochMilli());
        this.end = ascii(",\"expirationTimestamp\":" + expires.toEpochMilli() + "}}\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public void add(Utf8Builder to, List<DataFile> files) {
        signer.expect(files.stream().map(DataFile::place).toList());
        files.forEach(file -> add(to, file));
    }

    private void add(Utf8Builder to, DataFile file) {
        if (format == ResponseFormat.DELTA) {
            addDelta(to, file);
        } else {
            addParquet(to, file);
        }
    }

    private void addParquet(Utf8Builder to, DataFile file) {
        if (file.vector().isPresent()) {
            throw new IllegalArgumentException("without its vector, the file's deleted rows would be live");
        }
        to.text(PARQUET);
        signer.sign(file.place(), to);
        to.text(PARQUET_ID);
        ids.add(to, file);
        to.text(NEXT).text(file.description().json()).text(end);
    }

    private void addDelta(Utf8Builder to, DataFile file) {
        to.text(DELTA);
        ids.add(to, file);
        to.text("\"");
        file.vector().ifPresent(vector -> addVectorId(to, vector));
        to.text(",\"size\":" + file.size()).text(expires).text(DELTA_PATH);
        signer.sign(file.place(), to);
        to.text(NEXT)
                .text(file.description().json())
                .text(",\"modificationTime\":" + file.modified() + ",\"dataChange\":true");
        file.vector().ifPresent(vector -> addVector(to, vector));
        to.text("}}}}\n");
    }

    private void addVectorId(Utf8Builder to, DeletionVector vector) {
        if (vector.bits() instanceof DeletionVector.InFile in) {
            to.text(",\"deletionVectorFileId\":\"");
            ids.add(to, in.path());
            to.text("\"");
        }
    }

    private void addVector(Utf8Builder to, DeletionVector vector) {
        if (vector.bits() instanceof DeletionVector.InFile in) {
            to.text(",\"deletionVector\":{\"storageType\":\"p\",\"pathOrInlineDv\":\"");
            signer.sign(in.path(), to);
            to.text("\"" + in.offset().map(offset -> ",\"offset\":" + offset).orElse(""));
        } else if (vector.bits() instanceof DeletionVector.Inline inline) {
            to.text(",\"deletionVector\":{\"storageType\":\"i\",\"pathOrInlineDv\":")
                    .text(JsonLine.quoted(inline.encoded()));
        }
        to.text(",\"sizeInBytes\":" + vector.size() + ",\"cardinality\":" + vector.cardinality() + "}");
    }
}
