package io.outputport.provisioner.flow.dryrun;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.port.plan.ExpectedWrite;
import io.outputport.provisioner.port.plan.PlannedStep;
import java.util.List;
import java.util.Optional;

/**
 * What a provision of a descriptor would do now.
 *
 * @param technology empty where nobody here serves such a port, or nobody was asked
 * @param problems what nothing outside will mend
 * @param notices what the outside does not hold now, or could not be asked for
 * @param advice what looks like a mistake, but stops nobody
 * @param remarks sentences that a provision would log: what consumers will not get, and why
 * @param changes empty when the source, Hasura or the role mapper could not be read, or refuses
 * @param view empty when the source could not be read, or no column is left to show
 */
public record PlanReport(
        String component,
        Optional<String> technology,
        List<Problem> problems,
        List<Problem> notices,
        List<Problem> advice,
        List<String> remarks,
        Optional<Changes> changes,
        Optional<ConsumerView> view) {
    public PlanReport {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
        advice = List.copyOf(advice);
        remarks = List.copyOf(remarks);
    }

    /** Whether a provision would get through, as far as can be told now. */
    public boolean executable() {
        return problems.isEmpty() && notices.isEmpty() && changes.isPresent();
    }

    /** @param write empty where nothing is written that others wait for */
    public record Changes(List<PlannedStep> steps, List<String> columnsLost, Optional<ExpectedWrite> write) {
        public Changes {
            steps = List.copyOf(steps);
            columnsLost = List.copyOf(columnsLost);
        }
    }
}
