package io.outputport.provisioner.cli.report;

import java.io.PrintWriter;
import java.util.List;

/** A way to print what was found in all descriptors of one run. */
@FunctionalInterface
public interface Report {
    void print(List<Checked> descriptors, PrintWriter out);
}
