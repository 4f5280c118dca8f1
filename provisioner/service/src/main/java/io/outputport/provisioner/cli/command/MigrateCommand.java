package io.outputport.provisioner.cli.command;

import io.outputport.provisioner.cli.service.TableMigration;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.Shell;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the tables of the task database to this version, and ends. Needed where the service itself may not"
                    + " change tables (TASK_DB_MIGRATE=false); safe to repeat.",
            "It reads TASK_DB_URL, TASK_DB_USER and TASK_DB_PASSWORD from the environment, and no other system's settings."
        })
final class MigrateCommand implements Callable<Integer> {
    private final Shell shell;
    private final TableMigration migration;

    MigrateCommand(Shell shell, TableMigration migration) {
        this.shell = shell;
        this.migration = migration;
    }

    @Override
    public Integer call() {
        int steps = migration.run(shell.environment());
        shell.out()
                .println("The task database is at this version; " + TerminalText.count(steps, "step")
                        + (steps == 1 ? " was" : " were") + " carried out.");
        return ExitCode.OK;
    }
}
