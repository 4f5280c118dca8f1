package io.outputport.provisioner.cli;

import io.outputport.provisioner.outcome.Outcome;

/** How a command ends, for scripts. Of several descriptors the worst counts. */
final class ExitCode {
    static final int OK = 0;
    /** The descriptor, or what was asked for, is wrong; or the operation failed. */
    static final int INVALID = 1;
    /** The command itself is wrong. */
    static final int USAGE = 2;
    /** A system, the service included, is in the way. */
    static final int SYSTEM = 3;

    private ExitCode() {}

    static int of(Outcome<?> outcome) {
        return outcome.match(done -> OK, (after, problem) -> SYSTEM, problems -> INVALID);
    }
}
