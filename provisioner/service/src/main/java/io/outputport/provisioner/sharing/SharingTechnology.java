package io.outputport.provisioner.sharing;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.port.DriftSearch;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortRequest;
import io.outputport.provisioner.port.PortSnapshot;
import io.outputport.provisioner.port.PortSurvey;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.port.ProvisionRequest;
import io.outputport.provisioner.port.ReverseReading;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.PortPlan;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.port.plan.Step;
import io.outputport.provisioner.sharing.descriptor.SharingDescriptor;
import io.outputport.provisioner.sharing.descriptor.SharingNotation;
import io.outputport.provisioner.sharing.plan.PortShares;
import io.outputport.provisioner.sharing.plan.ServedShare;
import io.outputport.provisioner.sharing.plan.SharePlans;
import io.outputport.provisioner.sharing.plan.SharingStep;
import io.outputport.provisioner.sharing.plan.WantedShare;
import io.outputport.provisioner.sharing.reverse.SharingReverse;
import io.outputport.provisioner.sharing.server.SharingClient;
import io.outputport.provisioner.sharing.table.ContractFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Ports that are shares: tables of a storage, granted to people by a sharing server. */
final class SharingTechnology implements PortTechnology {
    private final SharingNotation notation;
    private final SharingClient client;
    private final ShareWrites writes;
    private final Presentation words;
    private final Supplier<Outcome<DriftSearch>> drift;

    SharingTechnology(
            SharingNotation notation,
            SharingClient client,
            ShareWrites writes,
            Presentation words,
            Supplier<Outcome<DriftSearch>> drift) {
        this.notation = notation;
        this.client = client;
        this.writes = writes;
        this.words = words;
        this.drift = drift;
    }

    /** What people are told. */
    record Presentation(Advice advice, SharingPortInfo info) {}

    @Override
    public PortNotation notation() {
        return notation;
    }

    @Override
    public PortSurvey survey(OutputPortDescriptor asked, KnownPort known) {
        SharingDescriptor descriptor = (SharingDescriptor) asked;
        return new SharingSurvey(
                descriptor,
                new PortTables(client).find(descriptor),
                shares(known, Optional.of(descriptor.share().value())),
                words.advice());
    }

    @Override
    public Outcome<PortPlan> provision(ProvisionRequest request, Progress progress) {
        SharingDescriptor descriptor = (SharingDescriptor) request.descriptor();
        return new PortTables(client).find(descriptor).then(fit -> {
            List<Problem> problems = request.isRepair() ? fit.refusals() : fit.problems();
            if (!problems.isEmpty()) {
                return Outcome.stopped(problems);
            }
            tell(descriptor, fit, progress);
            return shares(request.known(), Optional.of(descriptor.share().value()))
                    .then(there -> plan(descriptor, there, request));
        });
    }

    private Outcome<PortPlan> plan(SharingDescriptor descriptor, PortShares there, ProvisionRequest request) {
        WantedShare wanted = WantedShare.of(descriptor);
        boolean moves = there.owner().known().stream()
                .anyMatch(served -> !served.share().equalsIgnoreCase(wanted.name()));
        return SharePlans.provision(wanted, there, request.standing())
                .map(made -> new PortPlan(
                        made.plan(),
                        made.isNew(),
                        wanted.served().state(),
                        moves,
                        words.info().of(descriptor, wanted)))
                .match(
                        Outcome::done,
                        Outcome::later,
                        problems -> Outcome.stopped(problems.stream()
                                .map(problem -> SharingSurvey.placed(descriptor, problem))
                                .toList()));
    }

    private void tell(SharingDescriptor descriptor, ContractFit fit, Progress progress) {
        words.advice().remarks(fit).forEach(remark -> progress.report(Severity.INFO, "source", remark));
        words.advice().of(descriptor).forEach(advice -> progress.report(Severity.WARNING, "source", advice.message()));
    }

    private Outcome<PortShares> shares(KnownPort known, Optional<String> wanted) {
        return new ShareLook(client).at(known, wanted);
    }

    @Override
    public Outcome<PortSnapshot> look(PortRequest request) {
        return shares(request.known(), Optional.empty()).map(SharingSnapshot::new);
    }

    /** There is no other system to be asked. */
    @Override
    public Outcome<PortSnapshot> lookAtAccess(PortRequest request) {
        return look(request);
    }

    @Override
    public Outcome<Change> apply(Step step, Progress progress) {
        return writes.apply((SharingStep) step);
    }

    /** Each step is one call, which nothing is left of once it is answered. */
    @Override
    public Outcome<String> withdraw(String component) {
        return Outcome.done(component);
    }

    @Override
    public Outcome<Optional<Step>> settling(PortRequest request, Standing standing) {
        return standing.isClosed()
                ? shares(request.known(), Optional.empty()).map(there -> SharePlans.settling(there, standing))
                : Outcome.done(Optional.empty());
    }

    @Override
    public Outcome<Optional<Step>> repeatedAccess(KnownPort port) {
        return shares(port, Optional.empty())
                .map(there -> there.ownNames().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SharingStep.RepeatGrants(there.ownNames(), port.component())));
    }

    @Override
    public Outcome<DriftSearch> drift() {
        return drift.get();
    }

    @Override
    public ReverseReading reverse() {
        return new SharingReverse(client);
    }

    @Override
    public Map<String, String> place(ServedState state) {
        ServedShare served = ServedShare.read(state);
        Map<String, String> place = new LinkedHashMap<>();
        place.put("share", served.share());
        place.put(
                "tables",
                String.join(
                        ", ",
                        served.tables().stream().map(table -> table.shown()).toList()));
        return place;
    }
}
