package io.outputport.provisioner.cli;

import io.outputport.provisioner.cli.report.Paint;
import picocli.CommandLine.Option;

/** Whether the output is coloured. */
final class ColorOption {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "One of ${COMPLETION-CANDIDATES}; auto colours a terminal unless NO_COLOR is set.")
    private ColorChoice choice = ColorChoice.AUTO;

    Paint paint(Shell shell) {
        return choice.paint(shell);
    }
}
