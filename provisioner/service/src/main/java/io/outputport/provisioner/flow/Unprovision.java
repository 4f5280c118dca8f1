package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.validate.DescriptorCheck;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.outcome.Severity;
import io.outputport.provisioner.plan.Plans;
import io.outputport.provisioner.plan.PortIdentity;
import io.outputport.provisioner.plan.UnprovisionPlan;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;

/** Takes a port away: its people first, then its table, then its source when nothing is left in it. */
final class Unprovision implements TaskHandler {
    private final DescriptorCheck check;
    private final Reconciler reconciler;

    Unprovision(DescriptorCheck check, Reconciler reconciler) {
        this.check = check;
        this.reconciler = reconciler;
    }

    @Override
    public Operation operation() {
        return Operation.UNPROVISION;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        return Removal.identity(check, StoredOrder.read(task)).then(port -> remove(port, progress));
    }

    private Outcome<TaskResult> remove(PortIdentity port, Progress progress) {
        return reconciler
                .read(port)
                .then(actual -> Plans.unprovision(port, actual)
                        .map(plan -> reconciler.apply(plan.plan(), progress).map(change -> removed(port, plan)))
                        .orElseGet(() -> Outcome.done(nothingThere(port, progress))));
    }

    private static TaskResult removed(PortIdentity port, UnprovisionPlan plan) {
        return result(
                plan.inHasura()
                        ? "Output port " + port.component() + " is removed."
                        : "There was nothing of output port " + port.component()
                                + " in Hasura to remove; its role has no root fields and no people.");
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
