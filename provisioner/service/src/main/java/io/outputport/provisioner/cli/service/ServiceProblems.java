package io.outputport.provisioner.cli.service;

import io.outputport.foundation.outcome.ProblemCode;

/** What can go wrong between the command line and the service. */
final class ServiceProblems {
    static final ProblemCode SILENT = new ProblemCode("server-silent");
    static final ProblemCode ODD = new ProblemCode("server-odd-answer");
    static final ProblemCode REFUSED = new ProblemCode("server-refused");

    private ServiceProblems() {}
}
