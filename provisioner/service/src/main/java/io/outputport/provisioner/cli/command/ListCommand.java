package io.outputport.provisioner.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.cli.order.ServerOption;
import io.outputport.provisioner.cli.report.Failure;
import io.outputport.provisioner.cli.terminal.ColorOption;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.ListFormat;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Shell;
import io.outputport.provisioner.cli.terminal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A page of one of the operator's lists. */
abstract class ListCommand implements Callable<Integer> {
    private final Shell shell;
    private final String path;
    private final String cursor;
    private final List<String> columns;

    @Option(names = "--component", paramLabel = "ID", description = "Only those of this component.")
    private Optional<String> component = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "How many at most.")
    private Optional<String> limit = Optional.empty();

    @Option(
            names = {"--before", "--after"},
            paramLabel = "NEXT",
            description = "What the page before gave as its next.")
    private Optional<String> next = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "human",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.")
    private ListFormat output = ListFormat.HUMAN;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ColorOption color = new ColorOption();

    private ListCommand(Shell shell, String path, String cursor, List<String> columns) {
        this.shell = shell;
        this.path = path;
        this.cursor = cursor;
        this.columns = columns;
    }

    @Override
    public Integer call() {
        Outcome<JsonNode> page = server.required(shell).list(path, query());
        Paint paint = color.paint(shell);
        return page.match(
                body -> show(body, paint),
                (after, problem) -> new Failure(shell, paint).tell(page),
                problems -> refused(page, problems, paint));
    }

    abstract Optional<String> state();

    /** A value that the service does not take was typed here. */
    private int refused(Outcome<JsonNode> page, List<Problem> problems, Paint paint) {
        int code = new Failure(shell, paint).tell(page);
        boolean typed =
                problems.stream().allMatch(problem -> problem.code().id().endsWith("-query"));
        return typed ? ExitCode.USAGE : code;
    }

    private int show(JsonNode page, Paint paint) {
        if (output == ListFormat.JSON) {
            shell.out().println(page.toPrettyString());
        } else {
            new Table(columns, cursor, paint).print(page, shell.out());
        }
        return ExitCode.OK;
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        component.ifPresent(value -> query.put("component", value));
        state().ifPresent(value -> query.put("state", value));
        limit.ifPresent(value -> query.put("limit", value));
        next.ifPresent(value -> query.put(cursor, value));
        return query;
    }

    @Command(name = "tasks", mixinStandardHelpOptions = true, description = "Lists what the service was asked to do.")
    static final class Tasks extends ListCommand {
        @Option(
                names = "--state",
                paramLabel = "STATE",
                description = "Only those in this state: RUNNING, COMPLETED, FAILED, TERMINATING or TERMINATED.")
        private Optional<String> state = Optional.empty();

        @Override
        Optional<String> state() {
            return state;
        }

        Tasks(Shell shell) {
            super(shell, "/tasks", "before", List.of("acceptedAt", "state", "operation", "component", "token"));
        }
    }

    @Command(
            name = "ports",
            mixinStandardHelpOptions = true,
            description = "Lists the output ports that the service has deployed, and whether Hasura still holds them.")
    static final class Ports extends ListCommand {
        @Option(
                names = "--state",
                paramLabel = "STATE",
                description = "Only those in this state: IN_SYNC, DRIFTED, MISSING, CLOSED or UNWATCHED.")
        private Optional<String> state = Optional.empty();

        @Override
        Optional<String> state() {
            return state;
        }

        Ports(Shell shell) {
            super(
                    shell,
                    "/v1/ports",
                    "after",
                    List.of("component", "state", "driftedSince", "source", "table", "role"));
        }
    }
}
