package io.outputport.provisioner.hasura.source;

import io.outputport.foundation.outcome.ProblemCode;

/** The codes of what can be wrong with the source of a port. */
public final class SourceProblems {
    public static final ProblemCode SOURCE_TABLE_MISSING = new ProblemCode("source-table-missing");
    public static final ProblemCode SOURCE_NOT_SERVED = new ProblemCode("hasura-source-not-served");

    private SourceProblems() {}
}
