package io.outputport.provisioner.cli.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command runs.
 *
 * @param terminal whether a person looks at the output
 */
public record Shell(
        InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean terminal) {
    public Shell {
        environment = Map.copyOf(environment);
    }
}
