package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.ProductSpan;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.port.PortRequest;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.port.ProvisionRequest;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.PortPlan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;
import java.util.Optional;

/** Brings an output port to life: read, look, plan, carry out. After a crash it simply does so again. */
public final class Provision implements TaskHandler {
    private final DescriptorCheck check;
    private final Technologies technologies;
    private final Reconciler reconciler;
    private final Access access;

    public Provision(DescriptorCheck check, Technologies technologies, Reconciler reconciler, Access access) {
        this.check = check;
        this.technologies = technologies;
        this.reconciler = reconciler;
        this.access = access;
    }

    @Override
    public Operation operation() {
        return Operation.PROVISION;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        return bring(task.component(), StoredOrder.read(task), false, progress);
    }

    /**
     * A task that has waited for its turn goes on behind what it waited for.
     *
     * @param isRepair whether it is carried out as it was once, see {@link ProvisionRequest#isRepair}
     */
    Outcome<TaskResult> bring(String component, StoredOrder order, boolean isRepair, Progress progress) {
        return resumed(component, order, isRepair, progress)
                .then(waited -> waited.map(goesOn -> goOn(component, order, goesOn, progress))
                        .orElseGet(() -> begin(order, isRepair, progress)));
    }

    /** Who has waited, and for what. */
    private record Waited(PortTechnology technology, PortTechnology.Resumed plan) {}

    private Outcome<Optional<Waited>> resumed(
            String component, StoredOrder order, boolean isRepair, Progress progress) {
        Outcome<Optional<Waited>> found = Outcome.done(Optional.empty());
        if (progress.isContinued()) {
            for (PortTechnology technology : technologies.all()) {
                found = found.then(known -> known.isPresent()
                        ? Outcome.done(known)
                        : technology
                                .resumed(component, order.key(isRepair))
                                .map(plan -> plan.map(left -> new Waited(technology, left))));
            }
        }
        return found;
    }

    private Outcome<TaskResult> goOn(String component, StoredOrder order, Waited waited, Progress progress) {
        PortPlan plan = waited.plan().plan();
        ProductSpan.tell(waited.plan().dataProduct());
        return access.standing(component, waited.plan().locked())
                .then(standing -> reconciler
                        .apply(waited.technology(), plan.plan(), progress)
                        .then(change -> completed(order, component, plan, standing)));
    }

    private Outcome<TaskResult> completed(StoredOrder order, String component, PortPlan plan, Standing standing) {
        return access.provisioned(standing, deployment(order, component, plan))
                .map(entry -> PortInfo.of(plan.result(), standing.locked()));
    }

    private Outcome<TaskResult> begin(StoredOrder order, boolean isRepair, Progress progress) {
        return descriptor(order)
                .then(descriptor -> access.known(descriptor.component())
                        .then(known -> standing(descriptor, progress)
                                .map(standing -> new ProvisionRequest(
                                        descriptor, known, standing, isRepair, order.key(isRepair)))
                                .then(request -> technologies
                                        .of(descriptor, known)
                                        .then(technology -> bring(order, technology, request, progress)))));
    }

    private Outcome<Standing> standing(OutputPortDescriptor descriptor, Progress progress) {
        return access.standing(descriptor.component(), access.locked(Optional.of(descriptor.product()), progress));
    }

    private Outcome<TaskResult> bring(
            StoredOrder order, PortTechnology technology, ProvisionRequest request, Progress progress) {
        String component = request.descriptor().component();
        return technology
                .provision(request, progress)
                .then(plan -> carryOut(component, technology, plan, progress))
                .then(plan -> completed(order, component, plan, request.standing()));
    }

    private static Access.CompletedProvision deployment(StoredOrder order, String component, PortPlan plan) {
        return new Access.CompletedProvision(component, plan.isNew(), order.descriptor(), plan.served());
    }

    private Outcome<OutputPortDescriptor> descriptor(StoredOrder order) {
        return check.check(order.descriptorKind(), order.descriptor()).map(descriptor -> {
            ProductSpan.tell(descriptor.product());
            return descriptor;
        });
    }

    private Outcome<PortPlan> carryOut(String component, PortTechnology technology, PortPlan plan, Progress progress) {
        Outcome<?> marked = plan.isNew() ? access.close(component, technology.name()) : Outcome.done(component);
        Outcome<?> noted = marked.then(
                before -> plan.moves() ? access.moving(component, plan.served()) : Outcome.done(plan.served()));
        return noted.then(before -> reconciler.apply(technology, plan.plan(), progress))
                .map(change -> plan);
    }

    /**
     * Nothing may be written any more, and nobody must keep what their port did not get. Of a port that was to be new and
     * was stopped on request nothing is left either: nobody ever was to see it.
     */
    @Override
    public Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        return settle(StoredOrder.read(task), progress);
    }

    Outcome<?> settle(StoredOrder order, Progress progress) {
        Progress untilItsEnd = new UntilItsEnd(progress);
        return check.identify(order.descriptor())
                .then(port -> access.known(port.component())
                        .map(known -> new PortRequest(port, known))
                        .then(request -> technologies
                                .of(request)
                                .then(technology -> technology
                                        .withdraw(request.component())
                                        .then(withdrawn -> access.standing(request.component(), People.NOBODY))
                                        .then(standing -> settle(technology, request, standing, untilItsEnd)
                                                .then(settled -> progress.isStopWished() && standing.isClosed()
                                                        ? undo(technology, request, untilItsEnd)
                                                        : Outcome.done(settled))))));
    }

    private Outcome<Change> settle(
            PortTechnology technology, PortRequest request, Standing standing, Progress progress) {
        return technology.settling(request, standing).then(step -> reconciler.apply(technology, step, progress));
    }

    /** Takes out what a port that never was served has there by now. */
    private Outcome<Change> undo(PortTechnology technology, PortRequest request, Progress progress) {
        return technology
                .look(request)
                .then(snapshot -> snapshot.removal()
                        .map(RemovalPlan::plan)
                        .map(plan -> reconciler.apply(technology, plan, progress))
                        .orElseGet(() -> Outcome.done(Change.UNCHANGED)));
    }
}
