package io.outputport.provisioner.flow.dryrun;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import io.outputport.provisioner.flow.source.Sources;
import io.outputport.provisioner.flow.source.Sources.Finding;
import io.outputport.provisioner.flow.validation.Budget;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.ConsumerNames;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.forecast.Forecast;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import io.outputport.provisioner.port.People;
import io.outputport.provisioner.port.Standing;
import io.outputport.provisioner.reconcile.Reconciler;
import java.util.Optional;

/** A provision that stops before its first step: it reads the same, compares the same, and changes nothing. */
public final class DryRun {
    private final DescriptorCheck check;
    private final Sources sources;
    private final Target target;
    private final Access access;
    private final Budget budget;

    /** Where a plan would be carried out, and how Hasura would be written. */
    public record Target(Reconciler reconciler, WritePolicy writes) {}

    public DryRun(DescriptorCheck check, Sources sources, Target target, Access access, Budget budget) {
        this.check = check;
        this.sources = sources;
        this.target = target;
        this.access = access;
        this.budget = budget;
    }

    /** Stopped as the provision itself would be refused; what cannot be read in time is told in the report. */
    public Outcome<PlanReport> plan(ProvisionOrder order) {
        return check.check(order.descriptorKind(), order.descriptor())
                .map(descriptor ->
                        budget.within(() -> ask(descriptor), why -> new ReportDraft(descriptor).notAsked(why)));
    }

    private PlanReport ask(OutputPortDescriptor descriptor) {
        ReportDraft draft = new ReportDraft(descriptor);
        PortIdentity identity = WantedPorts.identity(descriptor.product(), descriptor.port());
        Optional<Finding> found = draft.noticing(sources.find(descriptor));
        found.ifPresent(draft::source);
        Optional<Actual> actual = draft.noticing(target.reconciler().read(identity));
        actual.ifPresent(there -> draft.taken(Plans.taken(identity, WantedPorts.names(descriptor.port()), there)));
        found.ifPresent(finding -> actual.ifPresent(there -> changes(descriptor, finding, there, draft)));
        return draft.report();
    }

    private void changes(OutputPortDescriptor descriptor, Finding found, Actual actual, ReportDraft draft) {
        WantedPort wanted = found.wanted();
        People locked =
                access.locked(Optional.of(descriptor.product()), (severity, phase, sentence) -> draft.remark(sentence));
        draft.noticing(access.standing(wanted.identity().component(), locked))
                .ifPresent(standing -> draft.noticing(access.recognised(wanted.identity()))
                        .ifPresent(known -> {
                            WantedPort kept = ConsumerNames.kept(descriptor.port(), wanted.as(known), actual, standing);
                            draft.schema(found, kept);
                            changes(kept, actual, standing, draft);
                        }));
    }

    private void changes(WantedPort wanted, Actual actual, Standing standing, ReportDraft draft) {
        Plans.provision(wanted, actual, standing)
                .match(
                        plan -> draft.changes(
                                plan, Forecast.of(plan, wanted, actual, standing, target.writes()::builds)),
                        (after, problem) -> draft.notice(problem),
                        draft::refused);
    }
}
