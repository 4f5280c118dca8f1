package io.outputport.provisioner.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.cli.order.ServerOption;
import io.outputport.provisioner.cli.report.Failure;
import io.outputport.provisioner.cli.service.Service;
import io.outputport.provisioner.cli.terminal.ColorOption;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.Shell;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description =
                "Lists the sources in Hasura that were made for output ports and hold nothing any more; with --remove"
                        + " takes them out.")
final class SourcesCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--remove", description = "Remove every source that is listed.")
    private boolean remove;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ColorOption color = new ColorOption();

    SourcesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Service service = server.required(shell);
        Outcome<List<String>> names = service.list("/v1/sources", Map.of()).map(SourcesCommand::names);
        return names.match(found -> tell(service, found), (after, problem) -> failed(names), problems -> failed(names));
    }

    private int tell(Service service, List<String> names) {
        if (names.isEmpty()) {
            shell.out().println("Every source that was made for output ports is in use.");
        }
        for (String name : names) {
            Outcome<?> removed = remove ? service.removeSource(name) : Outcome.done(name);
            if (!removed.isDone()) {
                return failed(removed);
            }
            shell.out().println(TerminalText.shown(name) + (remove ? " is removed" : ""));
        }
        return ExitCode.OK;
    }

    private int failed(Outcome<?> outcome) {
        return new Failure(shell, color.paint(shell)).tell(outcome);
    }

    private static List<String> names(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.path("sources").forEach(name -> names.add(name.asText()));
        return names;
    }
}
