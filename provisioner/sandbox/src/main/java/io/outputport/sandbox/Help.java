package io.outputport.sandbox;

import io.outputport.sandbox.part.SandboxSettings;
import java.io.PrintStream;

/** What the command line of the sandbox answers: it takes no arguments but the wish for help. */
final class Help {
    private static final String TEXT = """
            Usage: java -jar provisioner-sandbox.jar

            Starts the provisioner beside an embedded PostgreSQL with sample data, an engine that answers as Hasura does,
            a role mapper and a Snowflake account, on this machine's loopback address only. When all of it answers, one
            line of JSON on standard output says where. Ctrl-C stops everything. The part sharing, a Delta Sharing server
            with sample tables (it needs postgres), starts when it is named.

            Environment variables (0 takes any free port):
              SANDBOX_PARTS             which parts start; default provisioner,hasura,role-mapper,postgres,snowflake
            %s  SANDBOX_SNOWFLAKE_PUBLIC_KEY, …_FILE
                                        public key in PEM of the Snowflake user, for logins by key pair
              TMPDIR of the JVM         java -Djava.io.tmpdir=FOLDER -jar …: where servers and data are unpacked
            All others are the provisioner's own (docs/configuration.md), for example VALIDATE_BUDGET.

            Exit codes: 0 stopped, 1 something around the sandbox is in the way, 2 a setting or argument is wrong.
            """;

    private Help() {}

    /** @return the exit code */
    static int answer(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 1 && arguments[0].matches("--help|-h|help")) {
            out.print(TEXT.formatted(ports()));
            return 0;
        }
        err.println(
                "\"" + arguments[0] + "\" is not an argument of the sandbox: it takes none but --help, and is set by"
                        + " environment variables.");
        return 2;
    }

    private static String ports() {
        StringBuilder lines = new StringBuilder();
        SandboxSettings.PORTS.forEach((name, port) -> lines.append("  %-26sport, default %d%n".formatted(name, port)));
        return lines.toString();
    }
}
