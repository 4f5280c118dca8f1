package io.outputport.provisioner.cli.command;

import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.service.TableMigration;
import io.outputport.provisioner.cli.terminal.Shell;
import java.util.List;

/** Every command, in the order of the help. */
public final class Commands {
    private Commands() {}

    public static List<Object> all(Shell shell, LocalService local, TableMigration migration) {
        return List.of(
                new ValidateCommand(shell, local),
                new PlanCommand(shell, local),
                new ProvisionCommand(shell, local),
                new UnprovisionCommand(shell, local),
                new AclCommand(shell, local),
                new StatusCommand(shell),
                new ListCommand.Tasks(shell),
                new ListCommand.Ports(shell),
                new SourcesCommand(shell),
                new MigrateCommand(shell, migration));
    }
}
