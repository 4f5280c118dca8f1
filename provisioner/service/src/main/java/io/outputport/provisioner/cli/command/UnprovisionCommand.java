package io.outputport.provisioner.cli.command;

import io.outputport.provisioner.cli.input.DescriptorFiles;
import io.outputport.provisioner.cli.order.Orders;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.terminal.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "unprovision",
        mixinStandardHelpOptions = true,
        description = "Takes output ports away: access first, then the table. No data is touched.")
final class UnprovisionCommand implements Callable<Integer> {
    private final Shell shell;
    private final LocalService local;

    @Mixin
    private DescriptorFiles files = new DescriptorFiles();

    @Option(names = "--remove-data", description = "Sent with the order; an output port holds no data of its own.")
    private boolean removeData;

    @Mixin
    private Orders orders = new Orders();

    UnprovisionCommand(Shell shell, LocalService local) {
        this.shell = shell;
        this.local = local;
    }

    @Override
    public Integer call() {
        return orders.carryOut(
                shell, local, files.read(shell), (service, text) -> service.unprovision(text, removeData));
    }
}
