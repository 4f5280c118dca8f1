package io.outputport.sharing.table.delta;

import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.delta.engine.TableFiles;

/** What a log says of deleted rows, as what can be handed out. */
final class DeletionVectors {
    /** Longer ones belong into files; no writer that is known puts them into the log. */
    private static final int LONGEST_INLINE = 4_096;

    private final StoragePath table;

    DeletionVectors(StoragePath table) {
        this.table = table;
    }

    DeletionVector vector(DeletionVectorDescriptor written) {
        return new DeletionVector(bits(written), written.getSizeInBytes(), written.getCardinality());
    }

    private DeletionVector.Bits bits(DeletionVectorDescriptor written) {
        return switch (written.getStorageType()) {
            case DeletionVectorDescriptor.INLINE_DV_MARKER -> inline(written.getPathOrInlineDv());
            case DeletionVectorDescriptor.UUID_DV_MARKER ->
                new DeletionVector.InFile(file(written), written.getOffset());
            case DeletionVectorDescriptor.PATH_DV_MARKER ->
                throw AddedFiles.refused(
                        TableProblems.unsupported("names files outside of its folder, as a shallow clone does"));
            default ->
                throw AddedFiles.refused(
                        TableProblems.unreadable("its log has a deletion vector in a way that is not Delta's"));
        };
    }

    private static DeletionVector.Bits inline(String encoded) {
        if (encoded.length() > LONGEST_INLINE) {
            throw AddedFiles.refused(TableProblems.unsupported(
                    "has a deletion vector of more than " + LONGEST_INLINE + " characters in its log"));
        }
        return new DeletionVector.Inline(encoded);
    }

    /** The log has the file's number and a folder; what it is called is Delta's rule. */
    private StoragePath file(DeletionVectorDescriptor written) {
        try {
            return TableFiles.below(table, written.getAbsolutePath(TableFiles.ROOT))
                    .orElseThrow();
        } catch (RuntimeException noName) {
            throw AddedFiles.refused(TableProblems.unreadable("its log names a deletion vector outside of its folder"));
        }
    }
}
