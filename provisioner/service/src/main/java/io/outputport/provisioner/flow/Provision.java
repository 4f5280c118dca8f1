package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.validate.DescriptorCheck;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.outcome.Severity;
import io.outputport.provisioner.plan.Plans;
import io.outputport.provisioner.plan.WantedPort;
import io.outputport.provisioner.plan.WantedPorts;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;

/** Brings an output port to life: read, ask the source, compare, carry out. After a crash it simply does so again. */
final class Provision implements TaskHandler {
    private final DescriptorCheck check;
    private final Sources sources;
    private final Reconciler reconciler;
    private final Settlement settlement;
    private final PortInfo info;

    Provision(DescriptorCheck check, Sources sources, Reconciler reconciler, Settlement settlement, PortInfo info) {
        this.check = check;
        this.sources = sources;
        this.reconciler = reconciler;
        this.settlement = settlement;
        this.info = info;
    }

    @Override
    public Operation operation() {
        return Operation.PROVISION;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        return descriptor(task)
                .then(descriptor -> sources.wanted(descriptor)
                        .then(wanted -> bring(new FoundSource(descriptor.table(), wanted), progress)));
    }

    private Outcome<OutputPortDescriptor> descriptor(Task task) {
        StoredOrder order = StoredOrder.read(task);
        return check.check(order.descriptorKind(), order.descriptor());
    }

    private Outcome<TaskResult> bring(FoundSource found, Progress progress) {
        found.sentences().forEach(sentence -> progress.report(Severity.INFO, "source", sentence));
        WantedPort wanted = found.wanted();
        return reconciler
                .read(wanted.identity())
                .then(actual -> Plans.provision(wanted, actual))
                .then(plan -> reconciler.apply(plan.plan(), progress).map(change -> info.of(wanted, plan)));
    }

    /** The role must not keep root fields that its port did not get. */
    @Override
    public void abandon(Task task, List<Problem> problems, Progress progress) {
        descriptor(task)
                .then(descriptor ->
                        settlement.of(WantedPorts.identity(descriptor.product(), descriptor.port()), progress))
                .match(
                        done -> done,
                        (after, problem) -> unsettled(problem, progress),
                        refused -> unsettled(refused.get(0), progress));
    }

    private static Problem unsettled(Problem problem, Progress progress) {
        progress.report(
                Severity.WARNING,
                "role",
                "The role could not be brought back to what Hasura shows: " + problem.message());
        return problem;
    }
}
