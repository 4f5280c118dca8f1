package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.ProductSpan;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.port.PortRequest;
import io.outputport.provisioner.port.PortSnapshot;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;

/** Takes a port away: its people first, then its table, then its source when nothing is left in it. */
final class Unprovision implements TaskHandler {
    private final DescriptorCheck check;
    private final Technologies technologies;
    private final Reconciler reconciler;
    private final Access access;

    Unprovision(DescriptorCheck check, Technologies technologies, Reconciler reconciler, Access access) {
        this.access = access;
        this.technologies = technologies;
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
        return request(StoredOrder.read(task))
                .then(port -> technologies
                        .of(port)
                        .then(technology -> technology
                                .lookAtAccess(port)
                                .map(PortSnapshot::closing)
                                .then(closing -> begin(port, technology, closing, progress)
                                        .then(begun -> reconciler.apply(technology, closing, progress))
                                        .then(closed -> remove(port, technology, progress)))
                                .then(result -> access.forget(port.component()).map(forgotten -> result))));
    }

    private Outcome<PortRequest> request(StoredOrder order) {
        return check.identify(order.descriptor()).then(port -> {
            ProductSpan.tell(port.product());
            return access.known(port.component()).map(known -> new PortRequest(port, known));
        });
    }

    /**
     * Nothing is marked before it is known who has access. Where there is nobody to take it from, there is nothing that
     * could be taken back.
     */
    private Outcome<?> begin(PortRequest port, PortTechnology technology, Plan closing, Progress progress) {
        if (closing.steps().isEmpty()) {
            return access.close(port.component(), technology.name());
        }
        progress.beginChanges();
        return access.beginRemoval(port.component(), technology.name());
    }

    private Outcome<TaskResult> remove(PortRequest port, PortTechnology technology, Progress progress) {
        return technology
                .look(port)
                .then(snapshot -> snapshot.removal()
                        .map(removal -> reconciler
                                .apply(technology, removal.plan(), progress)
                                .map(change -> removed(port, removal, progress)))
                        .orElseGet(() ->
                                Outcome.done(progress.isContinued() ? removed(port) : nothingThere(port, progress))));
    }

    /** Also when it is gone by now: who waited for a write had something to remove. */
    private static TaskResult removed(PortRequest port, RemovalPlan removal, Progress progress) {
        return removal.somethingThere() || progress.isContinued() ? removed(port) : result(removal.nothingThere());
    }

    private static TaskResult removed(PortRequest port) {
        return result("Output port " + port.component() + " is removed.");
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
                "It is not certain that everybody's access is taken away, so the removal is taken back: the port lives as"
                        + " before, and whoever has lost access already gets it back as soon as access can be written."
                        + " Unprovision again to remove it.");
        return Outcome.done(task);
    }

    private Outcome<Object> unfinished(Task task, Progress progress) {
        if (progress.isStopWished()) {
            progress.report(Severity.INFO, "plan", "The removal has begun, so it is completed before the task stops.");
            return removal(task, new UntilItsEnd(progress)).map(result -> result);
        }
        Outcome<String> withdrawn = request(StoredOrder.read(task))
                .then(port -> technologies.of(port).then(technology -> technology.withdraw(port.component())));
        return withdrawn.map(component -> {
            progress.report(
                    Severity.WARNING,
                    "plan",
                    "The removal may be half done; the lines above tell whether access is already"
                            + " taken away. Unprovision again to finish it, or provision to bring the port back.");
            return task;
        });
    }

    private static TaskResult nothingThere(PortRequest port, Progress progress) {
        String sentence = "There was nothing of output port " + port.component() + " to remove.";
        progress.report(Severity.INFO, "plan", sentence);
        return result(sentence);
    }

    private static TaskResult result(String sentence) {
        return new TaskResult(sentence, PortInfo.NOTHING);
    }
}
