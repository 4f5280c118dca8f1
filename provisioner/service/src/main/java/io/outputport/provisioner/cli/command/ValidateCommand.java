package io.outputport.provisioner.cli.command;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.cli.input.DescriptorFiles;
import io.outputport.provisioner.cli.input.InputFile;
import io.outputport.provisioner.cli.input.UsageError;
import io.outputport.provisioner.cli.order.ServerOption;
import io.outputport.provisioner.cli.report.Checked;
import io.outputport.provisioner.cli.report.ReportFormat;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.cli.terminal.ColorOption;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.Shell;
import io.outputport.provisioner.flow.OfflineValidation;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Says everything that is wrong with descriptors, where, and what to write instead.")
final class ValidateCommand implements Callable<Integer> {
    private final Shell shell;
    private final LocalService local;

    @Mixin
    private DescriptorFiles files = new DescriptorFiles();

    @Option(names = "--offline", description = "Ask no system: static rules only, and no settings needed.")
    private boolean offline;

    @Option(names = "--strict", description = "What other systems do not hold yet makes a descriptor invalid too.")
    private boolean strict;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "human",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.")
    private ReportFormat output = ReportFormat.HUMAN;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ColorOption color = new ColorOption();

    ValidateCommand(Shell shell, LocalService local) {
        this.shell = shell;
        this.local = local;
    }

    @Override
    public Integer call() {
        if (offline && server.isGiven()) {
            throw new UsageError("--offline asks nobody, so --server has no meaning beside it; leave one of them out.");
        }
        List<InputFile> inputs = files.read(shell);
        if (offline) {
            OfflineValidation validation = new OfflineValidation(Settings.of(shell.environment()));
            return judge(inputs, text -> Outcome.done(validation.judge(text)));
        }
        return server.withService(
                shell, local, LocalService.TaskStorage.IN_MEMORY, service -> judge(inputs, service::validate));
    }

    private int judge(List<InputFile> inputs, Function<String, Outcome<ValidationOutcome>> validation) {
        List<Checked> checked = new ArrayList<>();
        int worst = ExitCode.OK;
        for (InputFile input : inputs) {
            Outcome<ValidationOutcome> outcome = input.descriptor(validation);
            worst = Math.max(worst, ExitCode.of(outcome));
            checked.add(outcome.match(
                    verdict -> checked(input, verdict),
                    (after, problem) -> Checked.unjudged(input.name(), input.text(), problem),
                    problems -> checked(input, new ValidationOutcome(problems, List.of()))));
        }
        output.report(color.paint(shell)).print(checked, shell.out());
        boolean valid = checked.stream().allMatch(Checked::valid);
        return Math.max(worst, valid ? ExitCode.OK : ExitCode.INVALID);
    }

    private Checked checked(InputFile input, ValidationOutcome judged) {
        Checked checked = input.checked(judged);
        if (!strict) {
            return checked;
        }
        List<Problem> all = Stream.concat(checked.problems().stream(), checked.notices().stream())
                .toList();
        return new Checked(checked.file(), checked.text(), all, List.of());
    }
}
