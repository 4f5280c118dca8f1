package io.outputport.provisioner.flow.dryrun;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.flow.ports.PortCare;
import io.outputport.provisioner.flow.validation.Budget;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortSurvey;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.reconcile.Technologies;
import java.util.Optional;

/** A provision that stops before its first step: it reads the same, compares the same, and changes nothing. */
public final class DryRun {
    private final DescriptorCheck check;
    private final Technologies technologies;
    private final Access access;
    private final Budget budget;

    public DryRun(DescriptorCheck check, Technologies technologies, Access access, Budget budget) {
        this.check = check;
        this.technologies = technologies;
        this.access = access;
        this.budget = budget;
    }

    /** Stopped as the provision itself would be refused; what cannot be read in time is told in the report. */
    public Outcome<PlanReport> plan(ProvisionOrder order) {
        return plan(StoredOrder.of(order));
    }

    /** What carrying a port out again as it was last carried out would do; stopped where there is nothing to go back to. */
    public Outcome<PlanReport> planAgain(String component) {
        return access.lastOrder(component)
                .then(order -> order.map(this::plan).orElseGet(() -> Outcome.stopped(PortCare.unknown())));
    }

    private Outcome<PlanReport> plan(StoredOrder order) {
        return check.check(order.descriptorKind(), order.descriptor())
                .map(descriptor -> budget.within(
                        () -> ask(descriptor), why -> new ReportDraft(descriptor.component()).notAsked(why)));
    }

    private PlanReport ask(OutputPortDescriptor descriptor) {
        String component = descriptor.component();
        ReportDraft draft = new ReportDraft(component);
        Optional<KnownPort> registered = draft.noticing(access.known(component));
        KnownPort known = registered.orElseGet(() -> KnownPort.unknown(component));
        draft.refusing(technologies.of(descriptor, known)).ifPresent(technology -> {
            draft.servedBy(technology.name());
            PortSurvey survey = technology.survey(descriptor, known);
            draft.survey(survey);
            registered
                    .flatMap(port -> standing(descriptor, draft))
                    .ifPresent(standing -> forecast(survey, standing, draft));
        });
        return draft.report();
    }

    private Optional<Standing> standing(OutputPortDescriptor descriptor, ReportDraft draft) {
        People locked =
                access.locked(Optional.of(descriptor.product()), (severity, phase, sentence) -> draft.remark(sentence));
        return draft.noticing(access.standing(descriptor.component(), locked));
    }

    private static void forecast(PortSurvey survey, Standing standing, ReportDraft draft) {
        survey.forecast(standing).ifPresent(forecast -> draft.refusing(forecast).ifPresent(draft::forecast));
    }
}
