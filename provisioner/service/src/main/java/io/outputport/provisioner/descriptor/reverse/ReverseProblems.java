package io.outputport.provisioner.descriptor.reverse;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import java.util.Optional;

/** What can be wrong with the {@code params} of a reverse provisioning. */
public final class ReverseProblems {
    public static final ProblemCode MISSING = new ProblemCode("reverse-param-missing");
    public static final ProblemCode TYPE = new ProblemCode("reverse-param-type");
    public static final ProblemCode UNKNOWN = new ProblemCode("reverse-param-unknown");
    public static final ProblemCode CONFLICT = new ProblemCode("reverse-param-conflict");
    public static final ProblemCode TECHNOLOGY = new ProblemCode("reverse-technology-unknown");

    private ReverseProblems() {}

    public static Problem at(String param, ProblemCode code, String message, String hint) {
        return new Problem(code, message, Optional.of(path(param)), Optional.empty(), Optional.of(hint));
    }

    public static String path(String param) {
        return param.isEmpty() ? "params" : "params." + param;
    }
}
