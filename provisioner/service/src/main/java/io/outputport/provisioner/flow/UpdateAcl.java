package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.validate.DescriptorCheck;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.plan.Plans;
import io.outputport.provisioner.plan.PortIdentity;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;

/** Gives a port to exactly the people of a snapshot, whoever had it before. */
final class UpdateAcl implements TaskHandler {
    private final DescriptorCheck check;
    private final Reconciler reconciler;

    UpdateAcl(DescriptorCheck check, Reconciler reconciler) {
        this.check = check;
        this.reconciler = reconciler;
    }

    @Override
    public Operation operation() {
        return Operation.UPDATE_ACL;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        StoredOrder order = StoredOrder.read(task);
        return Refs.of(order.refs())
                .then(refs -> Removal.identity(check, order).then(port -> grant(port, refs, progress)));
    }

    private Outcome<TaskResult> grant(PortIdentity port, Refs refs, Progress progress) {
        return reconciler
                .read(port)
                .then(actual -> Plans.access(port, actual, refs.users(), refs.groups()))
                .then(plan -> reconciler.apply(plan, progress))
                .map(change -> new TaskResult(
                        "Access is as requested: " + count(refs.users(), "user") + ", " + count(refs.groups(), "group")
                                + ".",
                        PortInfo.NOTHING));
    }

    private static String count(List<String> refs, String noun) {
        return refs.size() + " " + noun + (refs.size() == 1 ? "" : "s");
    }
}
