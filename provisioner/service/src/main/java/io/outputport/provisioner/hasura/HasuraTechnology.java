package io.outputport.provisioner.hasura;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.hasura.access.Settlement;
import io.outputport.provisioner.hasura.descriptor.HasuraDescriptor;
import io.outputport.provisioner.hasura.descriptor.HasuraNotation;
import io.outputport.provisioner.hasura.descriptor.Placement;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.ConsumerNames;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.HasuraStep.ChangeHasura;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.ProvisionPlan;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.hasura.remote.SourceRemoval;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.hasura.source.FoundSource;
import io.outputport.provisioner.hasura.source.Sources;
import io.outputport.provisioner.hasura.source.Sources.Finding;
import io.outputport.provisioner.hasura.wave.WriteChoice;
import io.outputport.provisioner.hasura.wave.entry.EntryStore.Continued;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ports on Hasura: a table of a source, tracked for a role that the role mapper gives to people. */
final class HasuraTechnology implements PortTechnology {
    private final HasuraNotation notation;
    private final Sources sources;
    private final Systems systems;
    private final Settlement settlement;
    private final WriteChoice writes;
    private final HasuraPortInfo info;
    private final Upkeep upkeep;

    HasuraTechnology(
            HasuraNotation notation,
            Sources sources,
            Systems systems,
            Settlement settlement,
            WriteChoice writes,
            HasuraPortInfo info,
            Upkeep upkeep) {
        this.notation = notation;
        this.sources = sources;
        this.systems = systems;
        this.settlement = settlement;
        this.writes = writes;
        this.info = info;
        this.upkeep = upkeep;
    }

    /**
     * What is done beside operations.
     *
     * @param continued what a component's task has waited for
     * @param stop ends the waves of this process
     */
    record Upkeep(
            Supplier<Outcome<DriftSearch>> drift,
            SourceRemoval emptySources,
            ReverseReading reverse,
            Function<String, Outcome<Optional<Continued>>> continued,
            Runnable stop) {}

    @Override
    public PortNotation notation() {
        return notation;
    }

    @Override
    public PortSurvey survey(OutputPortDescriptor asked, KnownPort known) {
        HasuraDescriptor descriptor = (HasuraDescriptor) asked;
        PortIdentity identity = WantedPorts.identity(descriptor).known(known);
        Outcome<Finding> source = sources.find(descriptor);
        return new HasuraSurvey(descriptor, identity, source, systems.read(identity), writes);
    }

    @Override
    public Outcome<PortPlan> provision(ProvisionRequest request, Progress progress) {
        HasuraDescriptor descriptor = (HasuraDescriptor) request.descriptor();
        Outcome<Finding> source = request.isRepair()
                ? sources.remaining(descriptor, column -> tellMissing(column, progress))
                : sources.wanted(descriptor);
        return source.then(found -> {
            tellSource(descriptor, found, progress);
            WantedPort wanted = found.wanted().as(found.wanted().identity().known(request.known()));
            return systems.read(wanted.identity(), progress.askedAt())
                    .then(actual -> plan(descriptor, wanted, actual, request.standing(), progress))
                    .map(plan -> StoredPlan.carried(plan, request));
        });
    }

    @Override
    public Outcome<Optional<Resumed>> resumed(String component, String key) {
        return upkeep.continued()
                .apply(component)
                .map(waiting -> waiting.flatMap(entry -> StoredPlan.read(entry.rest(), key)
                        .map(plan -> plan.behind(new ChangeHasura(entry.change(), true, Optional.of(entry.rest()))))));
    }

    private Outcome<PortPlan> plan(
            HasuraDescriptor descriptor, WantedPort wanted, Actual actual, Standing standing, Progress progress) {
        WantedPort port = ConsumerNames.kept(descriptor.port(), wanted, actual, standing);
        new FoundSource(descriptor.table(), port)
                .otherNames()
                .ifPresent(sentence -> progress.report(Severity.INFO, "source", sentence));
        return Placement.in(descriptor)
                .of(Plans.provision(port, actual, standing))
                .map(plan -> plan(port, plan));
    }

    private PortPlan plan(WantedPort port, ProvisionPlan plan) {
        ServedPort served = plan.served(port);
        return new PortPlan(
                plan.plan(),
                plan.isNew(),
                ServedPortJson.state(served),
                port.identity().movesTo(served),
                info.of(port, plan));
    }

    private static void tellSource(HasuraDescriptor descriptor, Finding found, Progress progress) {
        new FoundSource(descriptor.table(), found.wanted())
                .place()
                .forEach(sentence -> progress.report(Severity.INFO, "source", sentence));
        found.advice().forEach(advice -> progress.report(Severity.WARNING, "source", advice.message()));
    }

    private static void tellMissing(String column, Progress progress) {
        progress.report(
                Severity.WARNING,
                "source",
                "The source has no column " + column + " any more, which the data contract lists; consumers lose it.");
    }

    @Override
    public Outcome<PortSnapshot> look(PortRequest request) {
        PortIdentity port = PortIdentity.of(request);
        return systems.read(port).map(actual -> new HasuraSnapshot(port, actual));
    }

    @Override
    public Outcome<PortSnapshot> lookAtAccess(PortRequest request) {
        PortIdentity port = PortIdentity.of(request);
        return systems.readAccess(port).map(actual -> new HasuraSnapshot(port, actual));
    }

    @Override
    public Outcome<Change> apply(Step step, Progress progress) {
        return systems.apply((HasuraStep) step, progress);
    }

    @Override
    public Outcome<String> withdraw(String component) {
        return systems.withdraw(component);
    }

    @Override
    public Outcome<Optional<Step>> settling(PortRequest request, Standing standing) {
        return settlement.step(PortIdentity.of(request), standing).map(step -> step.map(put -> put));
    }

    @Override
    public Outcome<Optional<Step>> repeatedAccess(KnownPort port) {
        return systems.readAccess(PortIdentity.of(PortRequest.of(port)))
                .map(actual ->
                        actual.roleOfComponent().map(role -> new HasuraStep.RepeatAccess(role, port.component())));
    }

    @Override
    public Outcome<DriftSearch> drift() {
        return upkeep.drift().get();
    }

    @Override
    public ReverseReading reverse() {
        return upkeep.reverse();
    }

    @Override
    public Map<String, String> place(ServedState state) {
        ServedPort served = ServedPortJson.read(state);
        Map<String, String> place = new LinkedHashMap<>();
        place.put("role", served.role());
        place.put("source", served.source());
        place.put("table", served.shownTable());
        return place;
    }

    @Override
    public Outcome<List<String>> leftovers() {
        return upkeep.emptySources().empty();
    }

    @Override
    public Outcome<List<String>> removeLeftovers(Set<String> names) {
        return upkeep.emptySources().remove(names);
    }

    @Override
    public void stop() {
        upkeep.stop().run();
    }
}
