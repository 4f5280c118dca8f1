package io.outputport.provisioner.flow.validation;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.order.FlowProblems;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.reconcile.Technologies;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a descriptor without changing anything. The static rules decide; what depends on other systems is a notice, since
 * the platform validates before it deploys what the port depends on. A name that somebody else holds is an error all the
 * same: no deployment of ours will free it.
 */
public final class Validate {
    private final DescriptorCheck check;
    private final Technologies technologies;
    private final Budget budget;
    private final boolean strict;

    public Validate(DescriptorCheck check, Technologies technologies, Budget budget, boolean strict) {
        this.check = check;
        this.technologies = technologies;
        this.budget = budget;
        this.strict = strict;
    }

    /** {@link Outcome.Later} when there was no room to read the descriptor; whatever is wrong in it is a verdict. */
    public Outcome<ValidationOutcome> judge(String descriptorKind, String descriptor) {
        return check.check(descriptorKind, descriptor)
                .match(
                        valid -> Outcome.done(outside(valid)),
                        Outcome::later,
                        problems -> Outcome.done(new ValidationOutcome(problems, List.of())));
    }

    private ValidationOutcome outside(OutputPortDescriptor descriptor) {
        Outside found = budget.within(() -> ask(descriptor), Outside::notChecked);
        List<Problem> problems = new ArrayList<>(found.problems());
        List<Problem> notices = new ArrayList<>();
        (strict ? problems : notices).addAll(found.notices());
        notices.addAll(found.advice());
        return new ValidationOutcome(problems, notices);
    }

    private Outside ask(OutputPortDescriptor descriptor) {
        KnownPort unknown = KnownPort.unknown(descriptor.component());
        return technologies
                .of(descriptor, unknown)
                .map(technology -> technology.survey(descriptor, unknown))
                .match(
                        survey -> new Outside(survey.taken(), survey.notices(), survey.advice()),
                        (after, problem) -> new Outside(List.of(), List.of(problem), List.of()),
                        problems -> new Outside(problems, List.of(), List.of()));
    }

    /**
     * What the other systems say.
     *
     * @param advice what looks like a mistake, but stops nobody
     */
    record Outside(List<Problem> problems, List<Problem> notices, List<Problem> advice) {
        static Outside notChecked(String why) {
            return why.isEmpty()
                    ? new Outside(List.of(), List.of(), List.of())
                    : new Outside(List.of(), List.of(Problem.of(FlowProblems.NOT_CHECKED, why)), List.of());
        }
    }
}
