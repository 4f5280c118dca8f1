package io.outputport.provisioner.flow;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.plan.Actual;
import io.outputport.provisioner.plan.Plans;
import io.outputport.provisioner.plan.PortIdentity;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Visibility;

/** After a task that failed half-way: the role may use the root fields that Hasura shows it, and no others. */
final class Settlement {
    private final Reconciler reconciler;
    private final Visibility visibility;

    Settlement(Reconciler reconciler, Visibility visibility) {
        this.reconciler = reconciler;
        this.visibility = visibility;
    }

    Reconciler reconciler() {
        return reconciler;
    }

    Outcome<Change> of(PortIdentity port, Progress progress) {
        return reconciler.read(port).then(actual -> settle(port, actual, progress));
    }

    private Outcome<Change> settle(PortIdentity port, Actual actual, Progress progress) {
        return actual.roleOfComponent()
                .map(role -> visibility
                        .rootFields(role)
                        .then(visible -> Plans.settle(port, actual, visible)
                                .map(step -> reconciler.apply(step, progress))
                                .orElseGet(() -> Outcome.done(Change.UNCHANGED))))
                .orElseGet(() -> Outcome.done(Change.UNCHANGED));
    }
}
