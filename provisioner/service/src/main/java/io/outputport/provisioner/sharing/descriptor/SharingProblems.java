package io.outputport.provisioner.sharing.descriptor;

import io.outputport.foundation.outcome.ProblemCode;

/** What can be wrong with how a Delta Sharing port is written. */
public final class SharingProblems {
    static final ProblemCode MISSING = new ProblemCode("descriptor-missing-field");
    static final ProblemCode NAME = new ProblemCode("sharing-name-illegal");
    static final ProblemCode NO_TABLES = new ProblemCode("sharing-tables-missing");
    static final ProblemCode TABLE_TWICE = new ProblemCode("sharing-table-twice");
    static final ProblemCode UNKNOWN_FIELD = new ProblemCode("sharing-field-unknown");
    static final ProblemCode STORAGE = new ProblemCode("sharing-storage-illegal");
    static final ProblemCode PATH = new ProblemCode("sharing-path-illegal");
    static final ProblemCode FILTER = new ProblemCode("sharing-filter-illegal");
    static final ProblemCode LIFETIME = new ProblemCode("sharing-lifetime-illegal");
    static final ProblemCode COLUMN_HIDDEN = new ProblemCode("sharing-column-hidden");

    private SharingProblems() {}
}
