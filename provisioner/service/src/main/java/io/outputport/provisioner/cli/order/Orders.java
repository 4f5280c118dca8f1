package io.outputport.provisioner.cli.order;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.cli.input.InputFile;
import io.outputport.provisioner.cli.input.UsageError;
import io.outputport.provisioner.cli.progress.FollowTimeout;
import io.outputport.provisioner.cli.progress.Follower;
import io.outputport.provisioner.cli.progress.TaskLocation;
import io.outputport.provisioner.cli.progress.TimeoutOption;
import io.outputport.provisioner.cli.report.Failure;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.service.Service;
import io.outputport.provisioner.cli.terminal.ColorOption;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Shell;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands share that change something: the order is accepted, then its task is followed to its end. */
public final class Orders {
    @Option(
            names = "--no-wait",
            description = "Print the token and leave; only with --server, where the task goes on without us.")
    private boolean leave;

    @Mixin
    private TimeoutOption timeout = new TimeoutOption();

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ColorOption color = new ColorOption();

    public int carryOut(
            Shell shell,
            LocalService local,
            List<InputFile> inputs,
            BiFunction<Service, String, Outcome<String>> order) {
        TaskLocation location = server.location(shell);
        if (leave && location.server().isEmpty()) {
            throw new UsageError("--no-wait needs a service that goes on with the task: --server URL.");
        }
        WaitOptions waiting = new WaitOptions(timeout.begin(), location);
        try {
            return server.withService(
                    shell,
                    local,
                    LocalService.TaskStorage.AS_SET,
                    service -> all(shell, service, inputs, waiting, order));
        } catch (SettingsException refused) {
            throw new UsageError(refused.getMessage() + " To use a service that runs already: --server URL.");
        }
    }

    /** All are sent before the first is waited for, since the service carries them out side by side. */
    private int all(
            Shell shell,
            Service service,
            List<InputFile> inputs,
            WaitOptions waiting,
            BiFunction<Service, String, Outcome<String>> order) {
        Paint paint = color.paint(shell);
        List<AcceptedOrder> sent = inputs.stream()
                .map(input -> new AcceptedOrder(input, input.descriptor(text -> order.apply(service, text))))
                .toList();
        int worst = ExitCode.OK;
        for (AcceptedOrder one : sent) {
            Optional<String> token = one.answer()
                    .match(Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty());
            int code = token.map(known -> end(shell, service, waiting, known))
                    .orElseGet(() -> new Failure(shell, paint).tell(one.input()::checked, one.answer()));
            worst = Math.max(worst, code);
        }
        return worst;
    }

    private int end(Shell shell, Service service, WaitOptions waiting, String token) {
        Paint paint = color.paint(shell);
        shell.out().println(leave ? token : paint.strong("task " + token));
        return leave
                ? ExitCode.OK
                : new Follower(shell, paint, service, waiting.location()).follow(token, waiting.timeout());
    }

    private record AcceptedOrder(InputFile input, Outcome<String> answer) {}

    private record WaitOptions(FollowTimeout timeout, TaskLocation location) {}
}
