package io.outputport.provisioner.cli.command;

import io.outputport.provisioner.cli.input.InputFile;
import io.outputport.provisioner.cli.input.UsageError;
import io.outputport.provisioner.cli.order.Orders;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.terminal.Shell;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "acl",
        mixinStandardHelpOptions = true,
        description = "Gives an output port to exactly these users and groups; everybody else loses it.")
final class AclCommand implements Callable<Integer> {
    private final Shell shell;
    private final LocalService local;

    @Parameters(paramLabel = "FILE", index = "0", description = "The descriptor; - is standard input.")
    private String file = "";

    @Parameters(paramLabel = "REF", index = "1..*", arity = "0..*", description = "user:NAME or group:NAME.")
    private List<String> refs = List.of();

    @Option(names = "--nobody", description = "Take the port from everybody.")
    private boolean nobody;

    @Mixin
    private Orders orders = new Orders();

    AclCommand(Shell shell, LocalService local) {
        this.shell = shell;
        this.local = local;
    }

    @Override
    public Integer call() {
        if (refs.isEmpty() != nobody) {
            throw new UsageError(
                    nobody
                            ? "--nobody and users or groups contradict each other."
                            : "Name the users and groups that keep access, or write --nobody.");
        }
        return orders.carryOut(
                shell,
                local,
                List.of(InputFile.read(file, shell.in())),
                (service, text) -> service.updateAcl(text, refs));
    }
}
