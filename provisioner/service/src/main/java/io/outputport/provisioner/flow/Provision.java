package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.access.Settlement;
import io.outputport.provisioner.flow.order.ProductSpan;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.flow.source.FoundSource;
import io.outputport.provisioner.flow.source.Placement;
import io.outputport.provisioner.flow.source.Sources;
import io.outputport.provisioner.hasura.plan.ConsumerNames;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.ProvisionPlan;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPorts;
import io.outputport.provisioner.port.People;
import io.outputport.provisioner.port.Standing;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;
import java.util.Optional;

/** Brings an output port to life: read, ask the source, compare, carry out. After a crash it simply does so again. */
public final class Provision implements TaskHandler {
    private final DescriptorCheck check;
    private final Sources sources;
    private final Reconciler reconciler;
    private final Settlement settlement;
    private final Access access;
    private final PortInfo info;

    public Provision(DescriptorCheck check, Sources sources, Settlement settlement, Access access, PortInfo info) {
        this.check = check;
        this.sources = sources;
        this.reconciler = settlement.reconciler();
        this.settlement = settlement;
        this.access = access;
        this.info = info;
    }

    @Override
    public Operation operation() {
        return Operation.PROVISION;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        return bring(StoredOrder.read(task), progress);
    }

    Outcome<TaskResult> bring(StoredOrder order, Progress progress) {
        return descriptor(order)
                .then(descriptor ->
                        sources.wanted(descriptor).then(found -> bring(order, descriptor, found, progress)));
    }

    /** As it was carried out once, less the columns that the source does not have any more: the others are not lost too. */
    Outcome<TaskResult> bringBack(StoredOrder order, Progress progress) {
        return descriptor(order)
                .then(descriptor -> sources.remaining(descriptor, column -> tellMissing(column, progress))
                        .then(found -> bring(order, descriptor, found, progress)));
    }

    private static void tellMissing(String column, Progress progress) {
        progress.report(
                Severity.WARNING,
                "source",
                "The source has no column " + column + " any more, which the data contract lists; consumers lose it.");
    }

    private Outcome<TaskResult> bring(
            StoredOrder order, OutputPortDescriptor descriptor, Sources.Finding found, Progress progress) {
        tellSource(descriptor, found, progress);
        People locked = access.locked(Optional.of(descriptor.product()), progress);
        WantedPort wanted = found.wanted();
        return access.standing(wanted.identity().component(), locked)
                .then(standing -> access.recognised(wanted.identity())
                        .then(known -> bring(descriptor, wanted.as(known), standing, progress))
                        .then(brought -> access.provisioned(standing, deployment(order, brought))
                                .map(entry -> info.of(brought.port(), brought.plan(), standing.locked()))));
    }

    /** @param port under the names that its consumers know */
    private record Brought(WantedPort port, ProvisionPlan plan) {}

    private static Access.Completed deployment(StoredOrder order, Brought brought) {
        return new Access.Completed(
                brought.port().identity().component(),
                brought.plan().isNew(),
                order.descriptor(),
                brought.plan().served(brought.port()));
    }

    private Outcome<OutputPortDescriptor> descriptor(StoredOrder order) {
        return check.check(order.descriptorKind(), order.descriptor()).map(descriptor -> {
            ProductSpan.tell(descriptor.product());
            return descriptor;
        });
    }

    private static void tellSource(OutputPortDescriptor descriptor, Sources.Finding found, Progress progress) {
        new FoundSource(descriptor.table(), found.wanted())
                .place()
                .forEach(sentence -> progress.report(Severity.INFO, "source", sentence));
        found.advice().forEach(advice -> progress.report(Severity.WARNING, "source", advice.message()));
    }

    private Outcome<Brought> bring(
            OutputPortDescriptor descriptor, WantedPort wanted, Standing standing, Progress progress) {
        return reconciler.read(wanted.identity()).then(actual -> {
            WantedPort port = ConsumerNames.kept(descriptor.port(), wanted, actual, standing);
            new FoundSource(descriptor.table(), port)
                    .otherNames()
                    .ifPresent(sentence -> progress.report(Severity.INFO, "source", sentence));
            return Placement.in(descriptor)
                    .of(Plans.provision(port, actual, standing))
                    .then(plan -> carryOut(port, plan, progress))
                    .map(plan -> new Brought(port, plan));
        });
    }

    private Outcome<ProvisionPlan> carryOut(WantedPort wanted, ProvisionPlan plan, Progress progress) {
        String component = wanted.identity().component();
        Outcome<?> marked = plan.isNew() ? access.close(component) : Outcome.done(component);
        return marked.then(before -> access.moving(wanted.identity(), plan.served(wanted)))
                .then(before -> reconciler.apply(plan.plan(), progress))
                .map(change -> plan);
    }

    /**
     * Nothing may be written any more, and the role must not keep root fields that its port did not get. Of a port that was
     * to be new and was stopped on request nothing is left in Hasura either: nobody ever was to see it.
     */
    @Override
    public Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        return settle(StoredOrder.read(task), progress);
    }

    Outcome<?> settle(StoredOrder order, Progress progress) {
        Progress untilItsEnd = new UntilItsEnd(progress);
        boolean isStopped = progress.isStopWished();
        return descriptor(order)
                .then(descriptor -> access.recognised(WantedPorts.identity(descriptor.product(), descriptor.port())))
                .then(port -> reconciler
                        .withdraw(port.component())
                        .then(withdrawn -> access.standing(port.component(), People.NOBODY))
                        .then(standing -> settlement
                                .of(port, standing, untilItsEnd)
                                .then(settled -> isStopped && standing.isClosed()
                                        ? settlement.undone(port, untilItsEnd)
                                        : Outcome.done(settled))));
    }
}
