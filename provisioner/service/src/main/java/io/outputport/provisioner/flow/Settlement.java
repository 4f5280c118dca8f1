package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.plan.Actual;
import io.outputport.provisioner.plan.Plans;
import io.outputport.provisioner.plan.PortIdentity;
import io.outputport.provisioner.plan.Standing;
import io.outputport.provisioner.plan.Step;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Visibility;
import java.util.Optional;

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

    /** A port that was to be brought to life gets no root field: whoever deploys it next begins anew. */
    Outcome<Change> of(PortIdentity port, Standing standing, Progress progress) {
        return standing.isClosed()
                ? reconciler.readAccess(port).then(access -> put(Plans.withoutRootFields(port, access), progress))
                : reconciler.read(port).then(actual -> settle(port, actual, progress));
    }

    /** Takes out of Hasura what a port that never was served has there by now. */
    Outcome<Change> undone(PortIdentity port, Progress progress) {
        return reconciler
                .read(port)
                .then(actual -> Plans.unprovision(port, actual)
                        .map(removal -> reconciler.apply(removal.plan(), progress))
                        .orElseGet(() -> Outcome.done(Change.UNCHANGED)));
    }

    private Outcome<Change> settle(PortIdentity port, Actual actual, Progress progress) {
        return actual.roleOfComponent()
                .map(role ->
                        visibility.rootFields(role).then(visible -> put(Plans.settle(port, actual, visible), progress)))
                .orElseGet(() -> Outcome.done(Change.UNCHANGED));
    }

    private Outcome<Change> put(Optional<Step> step, Progress progress) {
        return step.map(put -> reconciler.apply(put, progress)).orElseGet(() -> Outcome.done(Change.UNCHANGED));
    }
}
