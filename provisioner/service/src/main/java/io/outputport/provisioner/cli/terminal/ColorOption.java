package io.outputport.provisioner.cli.terminal;

import picocli.CommandLine.Option;

/** Whether the output is coloured. */
public final class ColorOption {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "One of ${COMPLETION-CANDIDATES}; auto colours a terminal unless NO_COLOR is set.")
    private ColorChoice choice = ColorChoice.AUTO;

    public Paint paint(Shell shell) {
        return choice.paint(shell);
    }
}
