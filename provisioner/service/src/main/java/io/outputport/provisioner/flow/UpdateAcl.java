package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.validate.DescriptorCheck;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.plan.People;
import io.outputport.provisioner.plan.Plans;
import io.outputport.provisioner.plan.PortIdentity;
import io.outputport.provisioner.plan.Standing;
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
    private final Access access;

    UpdateAcl(DescriptorCheck check, Reconciler reconciler, Access access) {
        this.check = check;
        this.access = access;
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
                .then(people -> check.identify(order.descriptor()).then(port -> {
                    People locked = access.locked(port.product(), progress);
                    return grant(Removal.identity(port), people, locked, progress);
                }));
    }

    private Outcome<TaskResult> grant(PortIdentity port, People people, People locked, Progress progress) {
        return access.standing(port.component(), locked).then(standing -> grant(port, people, standing, progress));
    }

    /** A port that is known to be alive needs no look at Hasura, so that access is taken away also while that is down. */
    private Outcome<TaskResult> grant(PortIdentity port, People people, Standing standing, Progress progress) {
        People all = people.and(standing.locked());
        return (standing.isAlive() ? reconciler.readAccess(port) : reconciler.read(port))
                .then(actual -> Plans.access(port, actual, all.users(), all.groups()))
                .then(plan -> reconciler.apply(plan, progress))
                .then(change -> access.given(port.component(), standing, people))
                .map(entry -> new TaskResult(
                        "Access is as requested: " + count(all.users(), "user") + ", " + count(all.groups(), "group")
                                + ".",
                        PortInfo.locked(standing.locked())));
    }

    private static String count(List<String> refs, String noun) {
        return refs.size() + " " + noun + (refs.size() == 1 ? "" : "s");
    }
}
