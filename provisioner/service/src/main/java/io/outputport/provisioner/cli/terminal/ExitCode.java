package io.outputport.provisioner.cli.terminal;

import io.outputport.foundation.outcome.Outcome;

/** How a command ends, for scripts. Of several descriptors the worst counts. */
public final class ExitCode {
    public static final int OK = 0;
    /** The descriptor, or what was asked for, is wrong; or the operation failed. */
    public static final int INVALID = 1;
    /** The command itself is wrong. */
    public static final int USAGE = 2;
    /** A system, the service included, is in the way. */
    public static final int SYSTEM = 3;

    private ExitCode() {}

    public static int of(Outcome<?> outcome) {
        return outcome.match(done -> OK, (after, problem) -> SYSTEM, problems -> INVALID);
    }
}
