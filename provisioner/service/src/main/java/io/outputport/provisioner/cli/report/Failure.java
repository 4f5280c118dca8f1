package io.outputport.provisioner.cli.report;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Shell;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import java.util.List;
import java.util.function.Function;

/** Tells on standard error why something was not done. */
public record Failure(Shell shell, Paint paint) {
    /**
     * The exit code; of an outcome that is done, nothing is told. A system in the way is no problem of what was read, so
     * it is not counted as one.
     *
     * @param place puts a verdict at its places in what was read
     */
    public int tell(Function<ValidationOutcome, Checked> place, Outcome<?> outcome) {
        HumanReport report = new HumanReport(paint);
        return outcome.match(
                done -> ExitCode.OK,
                (after, problem) -> {
                    report.findings(place.apply(new ValidationOutcome(List.of(problem), List.of())), shell.err());
                    return ExitCode.SYSTEM;
                },
                problems -> {
                    report.print(List.of(place.apply(new ValidationOutcome(problems, List.of()))), shell.err());
                    return ExitCode.INVALID;
                });
    }

    public int tell(Outcome<?> outcome) {
        outcome.match(
                done -> true,
                (after, problem) -> line(problem),
                problems -> problems.stream().map(this::line).reduce(true, Boolean::logicalAnd));
        return ExitCode.of(outcome);
    }

    private boolean line(Problem problem) {
        shell.err().println(paint.error("error") + ": " + problem.sentence());
        return true;
    }
}
