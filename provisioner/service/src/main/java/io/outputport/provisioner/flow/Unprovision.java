package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.hasura.plan.Plan;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;

/** Takes a port away: its people first, then its table, then its source when nothing is left in it. */
final class Unprovision implements TaskHandler {
    private final DescriptorCheck check;
    private final Reconciler reconciler;
    private final Access access;

    Unprovision(DescriptorCheck check, Reconciler reconciler, Access access) {
        this.access = access;
        this.check = check;
        this.reconciler = reconciler;
    }

    @Override
    public Operation operation() {
        return Operation.UNPROVISION;
    }

    /**
     * A wish to stop counts before the first step only: with its people gone a port cannot be put back, so what has
     * begun is completed.
     */
    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        if (progress.isStopWished() && !progress.isContinued()) {
            return Outcome.terminated("Stopped before anything was removed.");
        }
        return removal(task, new UntilItsEnd(progress));
    }

    private Outcome<TaskResult> removal(Task task, Progress progress) {
        return Removal.identity(check, StoredOrder.read(task))
                .then(access::recognised)
                .then(port -> reconciler
                        .readAccess(port)
                        .map(known -> Plans.closing(port, known))
                        .then(closing -> begin(port, closing, progress).then(begun -> remove(port, closing, progress)))
                        .then(result -> access.forget(port.component()).map(forgotten -> result)));
    }

    /**
     * Nothing is marked before the role mapper is known to answer. Where it knows nobody to take access from, there is
     * nothing that could be taken back.
     */
    private Outcome<?> begin(PortIdentity port, Plan closing, Progress progress) {
        if (closing.steps().isEmpty()) {
            return access.close(port.component());
        }
        progress.beginChanges();
        return access.beginRemoval(port.component());
    }

    private Outcome<TaskResult> remove(PortIdentity port, Plan closing, Progress progress) {
        return reconciler
                .apply(closing, progress)
                .then(closed -> reconciler.read(port))
                .then(actual -> Plans.unprovision(port, actual)
                        .map(plan -> reconciler
                                .apply(plan.plan(), progress)
                                .map(change -> removed(port, plan.inHasura() || progress.isContinued())))
                        .orElseGet(() -> Outcome.done(
                                progress.isContinued() ? removed(port, true) : nothingThere(port, progress))));
    }

    /** @param wasInHasura also when it is gone by now: who waited for a write had something to remove */
    private static TaskResult removed(PortIdentity port, boolean wasInHasura) {
        return result(
                wasInHasura
                        ? "Output port " + port.component() + " is removed."
                        : "There was nothing of output port " + port.component()
                                + " in Hasura to remove; its role has no root fields and no people.");
    }

    /**
     * What has not taken everybody's access for certain is taken back. Beyond that: stopped on request, it is completed;
     * what failed is for who sent it to send again.
     */
    @Override
    public Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        Outcome<Boolean> takenBack = check.identify(StoredOrder.read(task).descriptor())
                .then(port -> access.takeBackRemoval(task.component(), port.product()));
        return takenBack.then(lives -> lives ? takenBack(task, progress) : unfinished(task, progress));
    }

    private static Outcome<Object> takenBack(Task task, Progress progress) {
        progress.report(
                Severity.WARNING,
                "plan",
                "The role mapper has not taken everybody's access away for certain, so the removal is taken back: the port"
                        + " lives as before, and whoever has lost access already gets it back as soon as the role mapper"
                        + " answers. Unprovision again to remove it.");
        return Outcome.done(task);
    }

    private Outcome<Object> unfinished(Task task, Progress progress) {
        if (progress.isStopWished()) {
            progress.report(Severity.INFO, "plan", "The removal has begun, so it is completed before the task stops.");
            return removal(task, new UntilItsEnd(progress)).map(result -> result);
        }
        return reconciler.withdraw(task.component()).map(withdrawn -> {
            progress.report(
                    Severity.WARNING,
                    "plan",
                    "The removal may be half done; the lines of phase access and role tell whether access is already"
                            + " taken away. Unprovision again to finish it, or provision to bring the port back.");
            return task;
        });
    }

    private static TaskResult nothingThere(PortIdentity port, Progress progress) {
        String sentence = "There was nothing of output port " + port.component() + " to remove.";
        progress.report(Severity.INFO, "plan", sentence);
        return result(sentence);
    }

    private static TaskResult result(String sentence) {
        return new TaskResult(sentence, PortInfo.NOTHING);
    }
}
