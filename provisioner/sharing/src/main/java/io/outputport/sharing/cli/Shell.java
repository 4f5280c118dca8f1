package io.outputport.sharing.cli;

import java.io.PrintWriter;
import java.util.Map;

/** Where a command runs. */
public record Shell(PrintWriter out, PrintWriter err, Map<String, String> environment) {
    public Shell {
        environment = Map.copyOf(environment);
    }
}
