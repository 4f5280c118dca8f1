package io.outputport.provisioner.flow.validation;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.order.FlowProblems;
import io.outputport.provisioner.flow.source.Placement;
import io.outputport.provisioner.flow.source.Sources;
import io.outputport.provisioner.flow.source.Sources.Finding;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.reconcile.Reconciler;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a descriptor without changing anything. The static rules decide; what depends on other systems is a notice, since
 * the platform validates before it deploys what the port depends on. A name that somebody else holds is an error all the
 * same: no deployment of ours will free it.
 */
public final class Validate {
    private final DescriptorCheck check;
    private final Sources sources;
    private final Reconciler reconciler;
    private final Budget budget;
    private final boolean strict;

    public Validate(DescriptorCheck check, Sources sources, Reconciler reconciler, Budget budget, boolean strict) {
        this.check = check;
        this.sources = sources;
        this.reconciler = reconciler;
        this.budget = budget;
        this.strict = strict;
    }

    /** {@link Outcome.Later} when there was no room to read the descriptor; whatever is wrong in it is a verdict. */
    public Outcome<Verdict> judge(String descriptorKind, String descriptor) {
        return check.check(descriptorKind, descriptor)
                .match(
                        valid -> Outcome.done(outside(valid)),
                        Outcome::later,
                        problems -> Outcome.done(new Verdict(problems, List.of())));
    }

    private Verdict outside(OutputPortDescriptor descriptor) {
        Outside found = budget.within(() -> ask(descriptor), Outside::notChecked);
        List<Problem> problems = new ArrayList<>(found.problems());
        List<Problem> notices = new ArrayList<>();
        (strict ? problems : notices).addAll(found.notices());
        notices.addAll(found.advice());
        return new Verdict(problems, notices);
    }

    private Outside ask(OutputPortDescriptor descriptor) {
        Outcome<Finding> source = sources.wanted(descriptor);
        List<Problem> notices = new ArrayList<>(problems(source));
        List<Problem> advice =
                source.match(Finding::advice, (after, problem) -> List.<Problem>of(), found -> List.<Problem>of());
        PortIdentity identity = WantedPorts.identity(descriptor.product(), descriptor.port());
        List<Problem> taken = reconciler
                .read(identity)
                .match(
                        actual -> Placement.in(descriptor).of(taken(descriptor, source, actual)),
                        (after, problem) -> unknown(problem, notices),
                        found -> unknown(found.get(0), notices));
        return new Outside(taken, notices, advice);
    }

    private static List<Problem> taken(OutputPortDescriptor descriptor, Outcome<Finding> source, Actual actual) {
        PortIdentity identity = WantedPorts.identity(descriptor.product(), descriptor.port());
        List<Problem> byName = Plans.taken(identity, WantedPorts.names(descriptor.port()), actual);
        return source.match(
                found -> Plans.taken(found.wanted(), actual), (after, problem) -> byName, problems -> byName);
    }

    private static List<Problem> unknown(Problem problem, List<Problem> notices) {
        notices.add(problem);
        return List.of();
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return outcome.match(done -> List.of(), (after, problem) -> List.of(problem), problems -> problems);
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
