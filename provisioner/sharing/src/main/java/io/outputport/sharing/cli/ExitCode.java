package io.outputport.sharing.cli;

/** How a command ends, for scripts; as the provisioner's do. */
final class ExitCode {
    static final int OK = 0;
    /** What was asked for is wrong, or not there. */
    static final int REFUSED = 1;
    /** The command itself, or a setting, is wrong. */
    static final int USAGE = 2;
    /** The server does not answer, or fails. */
    static final int SYSTEM = 3;

    private ExitCode() {}
}
