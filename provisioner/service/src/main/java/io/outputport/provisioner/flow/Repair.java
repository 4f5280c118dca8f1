package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;
import java.util.Optional;

/**
 * Carries a port out again as it was last carried out. What that was is looked up when the turn has come, not when the
 * repair was asked for: so it never brings an older descriptor back, nor a port that was removed in between. A column that
 * the source has lost stops a provision, but not this: consumers would have nothing instead of the rest.
 */
final class Repair implements TaskHandler {
    private static final TaskResult NOTHING_TO_REPAIR = new TaskResult(
            "There is nothing to repair: the port was removed, or is being removed, in the meantime.",
            PortInfo.NOTHING);

    private final Provision provision;
    private final Access access;

    Repair(Provision provision, Access access) {
        this.provision = provision;
        this.access = access;
    }

    @Override
    public Operation operation() {
        return Operation.REPAIR;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        return access.lastOrder(task.component())
                .then(order -> order.map(last -> provision.bring(task.component(), last, true, progress))
                        .orElseGet(() -> Outcome.done(nothingToRepair(progress))));
    }

    @Override
    public Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        Outcome<Optional<StoredOrder>> last = access.lastOrder(task.component());
        return last.then(order -> order.<Outcome<Object>>map(
                        known -> provision.settle(known, progress).map(done -> done))
                .orElseGet(() -> Outcome.done(task)));
    }

    private static TaskResult nothingToRepair(Progress progress) {
        progress.report(Severity.INFO, "plan", NOTHING_TO_REPAIR.sentence());
        return NOTHING_TO_REPAIR;
    }
}
