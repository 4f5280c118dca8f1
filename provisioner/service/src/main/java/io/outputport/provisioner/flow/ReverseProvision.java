package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.flow.order.StoredReverseOrder;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;

/** Brings a catalog entry up to date: ask for what is there, write down what is different. Changes nothing. */
record ReverseProvision(Technologies technologies) implements TaskHandler {
    @Override
    public Operation operation() {
        return Operation.REVERSE_PROVISION;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        StoredReverseOrder order = StoredReverseOrder.read(task);
        return technologies
                .named(order.technology())
                .then(technology -> technology.reverse().read(order.target(), order.entry(), progress))
                .map(update ->
                        new TaskResult(update.sentence(), update.updates().toString()));
    }
}
