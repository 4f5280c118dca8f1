package io.outputport.sharing.line;

import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableProblems;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody has to know to read a table's files as rows, by Delta's names. Whoever needs to know nothing reads lines of
 * Parquet; all others lines of Delta.
 */
public final class ReaderNeeds {
    /** Of these a reader of the files need not know: they are about the log. */
    private static final Set<String> OF_THE_LOG = Set.of("v2Checkpoint", "vacuumProtocolCheck");
    /** What lines of Delta can say. */
    private static final Set<String> SAID = Set.of(
            "columnMapping",
            "deletionVectors",
            "timestampNtz",
            "typeWidening",
            "typeWidening-preview",
            "variantType",
            "variantType-preview",
            "variantShredding-preview");

    static final String MAPPING = "columnMapping";
    private static final String MAPPING_MODE = "delta.columnMapping.mode";

    private ReaderNeeds() {}

    public static Set<String> of(Snapshot table) {
        Set<String> needs = new TreeSet<>(table.readerFeatures());
        needs.removeAll(OF_THE_LOG);
        // The mode decides: the feature may be there without it, and in older tables the mode without the feature.
        if (table.metadata().configuration().getOrDefault(MAPPING_MODE, "none").equals("none")) {
            needs.remove(MAPPING);
        } else {
            needs.add(MAPPING);
        }
        return needs;
    }

    /** Why nobody can be told this table. */
    public static Optional<Problem> refusal(Snapshot table) {
        Set<String> unsaid = of(table);
        unsaid.removeAll(SAID);
        return unsaid.isEmpty() ? Optional.empty() : Optional.of(TableProblems.unsupported("uses " + together(unsaid)));
    }

    public static String together(Collection<String> features) {
        return String.join(", ", features);
    }
}
