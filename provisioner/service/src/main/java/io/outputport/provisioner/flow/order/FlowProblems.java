package io.outputport.provisioner.flow.order;

import io.outputport.foundation.outcome.ProblemCode;

/** The codes of what an operation itself can find wrong. */
public final class FlowProblems {
    static final ProblemCode REF_UNKNOWN = new ProblemCode("ref-unknown");
    public static final ProblemCode SUPERSEDED = new ProblemCode("task-superseded");
    public static final ProblemCode PORT_CLOSED = new ProblemCode("port-closed");
    public static final ProblemCode NOT_JSON = new ProblemCode("request-not-json");
    public static final ProblemCode ENVIRONMENT = new ProblemCode("environment-mismatch");
    public static final ProblemCode BUSY = new ProblemCode("service-busy");
    public static final ProblemCode NOT_CHECKED = new ProblemCode("not-checked");

    private FlowProblems() {}
}
