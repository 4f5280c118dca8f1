package io.outputport.provisioner.cli;

import io.outputport.provisioner.cli.report.HumanReport;
import io.outputport.provisioner.cli.report.Paint;
import io.outputport.provisioner.flow.Verdict;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import java.util.List;

/** Tells on standard error why something was not done. */
record Failure(Shell shell, Paint paint) {
    /** The exit code; of an outcome that is done, nothing is told. */
    int tell(InputFile input, Outcome<?> outcome) {
        List<Problem> problems =
                outcome.match(done -> List.of(), (after, problem) -> List.of(problem), stopped -> stopped);
        if (!problems.isEmpty()) {
            new HumanReport(paint).print(List.of(input.checked(new Verdict(problems, List.of()))), shell.err());
        }
        return ExitCode.of(outcome);
    }

    int tell(Outcome<?> outcome) {
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
