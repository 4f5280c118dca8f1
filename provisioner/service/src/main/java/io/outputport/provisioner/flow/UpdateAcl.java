package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.validate.DescriptorCheck;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.outcome.Severity;
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

    /** A wish to stop counts before the first step only: users and groups belong together. */
    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        return progress.isStopWished()
                ? Outcome.stopped(Problem.of(ProblemCode.TERMINATED, "Stopped before anybody's access was changed."))
                : access(task, new UntilItsEnd(progress));
    }

    /** Stopped on request between users and groups, it is completed; what failed is for who sent it to send again. */
    @Override
    public Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        if (progress.isStopWished()) {
            progress.report(
                    Severity.INFO, "plan", "Access has begun to change, so it is completed before the task stops.");
            return access(task, new UntilItsEnd(progress));
        }
        progress.report(
                Severity.WARNING,
                "plan",
                "Access may be half changed; the lines of phase access tell. Send updateacl again to finish it.");
        return Outcome.done(task);
    }

    private Outcome<TaskResult> access(Task task, Progress progress) {
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
