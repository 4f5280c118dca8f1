package io.outputport.provisioner.cli.command;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.cli.input.DescriptorFiles;
import io.outputport.provisioner.cli.input.InputFile;
import io.outputport.provisioner.cli.order.ServerOption;
import io.outputport.provisioner.cli.plan.PlanView;
import io.outputport.provisioner.cli.report.Failure;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.service.PlanAnswer;
import io.outputport.provisioner.cli.service.Service;
import io.outputport.provisioner.cli.terminal.ColorOption;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.ListFormat;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Shell;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Shows what provision would do, and what consumers would get. Nothing is changed.")
final class PlanCommand implements Callable<Integer> {
    private final Shell shell;
    private final LocalService local;

    @Mixin
    private DescriptorFiles files = new DescriptorFiles();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "human",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.")
    private ListFormat output = ListFormat.HUMAN;

    @Option(names = "--schema", description = "Show the whole schema that consumers would see, not its beginning only.")
    private boolean schema;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ColorOption color = new ColorOption();

    PlanCommand(Shell shell, LocalService local) {
        this.shell = shell;
        this.local = local;
    }

    @Override
    public Integer call() {
        List<InputFile> inputs = files.read(shell);
        return server.withService(
                shell,
                local,
                LocalService.TaskStorage.IN_MEMORY,
                service -> inputs.stream()
                        .mapToInt(input -> plan(service, input))
                        .max()
                        .orElse(ExitCode.OK));
    }

    private int plan(Service service, InputFile input) {
        Outcome<PlanAnswer> plan = input.descriptor(service::plan);
        Paint paint = color.paint(shell);
        return plan.match(
                answer -> show(input, answer, paint),
                (after, problem) -> new Failure(shell, paint).tell(input::checked, plan),
                problems -> refused(input, problems, paint));
    }

    /** A script that asked for JSON gets the reasons in the form of a plan, too. */
    private int refused(InputFile input, List<Problem> problems, Paint paint) {
        if (output == ListFormat.HUMAN) {
            return new Failure(shell, paint).tell(input::checked, Outcome.stopped(problems));
        }
        shell.out().println(PlanAnswer.refused(problems).body().toPrettyString());
        return ExitCode.INVALID;
    }

    /** 1 for a descriptor that could not be deployed, as in {@code validate}. */
    private int show(InputFile input, PlanAnswer answer, Paint paint) {
        if (output == ListFormat.JSON) {
            shell.out().println(answer.body().toPrettyString());
        } else {
            new PlanView(paint, schema).print(answer.body(), input.checked(answer.verdict()), shell.out());
        }
        return answer.body().path("executable").asBoolean(true) ? ExitCode.OK : ExitCode.INVALID;
    }
}
