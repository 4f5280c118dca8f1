package io.outputport.provisioner.cli.command;

import io.outputport.provisioner.cli.input.DescriptorFiles;
import io.outputport.provisioner.cli.order.Orders;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.service.Service;
import io.outputport.provisioner.cli.terminal.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = "Deploys output ports, and shows every step.")
final class ProvisionCommand implements Callable<Integer> {
    private final Shell shell;
    private final LocalService local;

    @Mixin
    private DescriptorFiles files = new DescriptorFiles();

    @Mixin
    private Orders orders = new Orders();

    ProvisionCommand(Shell shell, LocalService local) {
        this.shell = shell;
        this.local = local;
    }

    @Override
    public Integer call() {
        return orders.carryOut(shell, local, files.read(shell), Service::provision);
    }
}
