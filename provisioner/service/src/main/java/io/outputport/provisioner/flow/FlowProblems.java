package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.ProblemCode;

/** The codes of what an operation itself can find wrong. */
final class FlowProblems {
    static final ProblemCode SOURCE_TABLE_MISSING = new ProblemCode("source-table-missing");
    static final ProblemCode REF_UNKNOWN = new ProblemCode("ref-unknown");
    static final ProblemCode SUPERSEDED = new ProblemCode("task-superseded");
    static final ProblemCode PORT_CLOSED = new ProblemCode("port-closed");
    static final ProblemCode NOT_JSON = new ProblemCode("request-not-json");
    static final ProblemCode ENVIRONMENT = new ProblemCode("environment-mismatch");
    static final ProblemCode SOURCE_NOT_SERVED = new ProblemCode("hasura-source-not-served");
    static final ProblemCode BUSY = new ProblemCode("service-busy");
    static final ProblemCode NOT_CHECKED = new ProblemCode("not-checked");

    /** The code of the same wish in the reconciler. */
    private FlowProblems() {}
}
