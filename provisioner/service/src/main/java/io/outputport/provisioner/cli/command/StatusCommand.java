package io.outputport.provisioner.cli.command;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.cli.order.ServerOption;
import io.outputport.provisioner.cli.progress.Follower;
import io.outputport.provisioner.cli.progress.TimeoutOption;
import io.outputport.provisioner.cli.report.Failure;
import io.outputport.provisioner.cli.service.Service;
import io.outputport.provisioner.cli.terminal.ColorOption;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the steps of a task: 0 when it is completed or under way, 1 when it failed.")
final class StatusCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "TOKEN", description = "As it was answered to the order.")
    private String token = "";

    @Option(names = "--follow", description = "Stay until the task has ended.")
    private boolean follow;

    @Mixin
    private TimeoutOption timeout = new TimeoutOption();

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ColorOption color = new ColorOption();

    StatusCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Service service = server.required(shell);
        Paint paint = color.paint(shell);
        Follower follower = new Follower(shell, paint, service, server.location(shell));
        if (follow) {
            return follower.follow(token, timeout.begin());
        }
        Outcome<Integer> shown = service.status(token).map(follower::once);
        return shown.match(
                code -> code,
                (after, problem) -> new Failure(shell, paint).tell(shown),
                problems -> new Failure(shell, paint).tell(shown));
    }
}
