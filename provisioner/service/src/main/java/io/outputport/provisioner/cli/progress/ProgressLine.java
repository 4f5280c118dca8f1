package io.outputport.provisioner.cli.progress;

import io.outputport.provisioner.cli.terminal.Shell;
import java.util.concurrent.TimeUnit;

/** The last line of a terminal while something is waited for; elsewhere nothing, since a file cannot be written over. */
final class ProgressLine {
    private static final String[] TURNS = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final String START_OF_CLEAN_LINE = "\r\u001B[K";

    private final Shell shell;
    private final long start = System.nanoTime();
    private int turn;

    ProgressLine(Shell shell) {
        this.shell = shell;
    }

    /** @param more what there is to tell behind the time */
    void show(String state, String more) {
        if (shell.terminal()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            shell.out()
                    .print(START_OF_CLEAN_LINE + TURNS[turn++ % TURNS.length] + " " + state + " " + seconds + " s"
                            + more);
            shell.out().flush();
        }
    }

    void clear() {
        if (shell.terminal()) {
            shell.out().print(START_OF_CLEAN_LINE);
            shell.out().flush();
        }
    }
}
