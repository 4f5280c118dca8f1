package io.outputport.provisioner.flow.access;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.Step;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.port.Standing;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Visibility;
import java.util.Optional;

/** After a task that failed half-way: the role may use the root fields that Hasura shows it, and no others. */
public final class Settlement {
    private final Reconciler reconciler;
    private final Visibility visibility;
    private final boolean streams;

    /** @param streams whether root fields of subscriptions are offered at all */
    public Settlement(Reconciler reconciler, Visibility visibility, boolean streams) {
        this.reconciler = reconciler;
        this.visibility = visibility;
        this.streams = streams;
    }

    public Reconciler reconciler() {
        return reconciler;
    }

    public Outcome<Change> of(PortIdentity port, Standing standing, Progress progress) {
        return step(port, standing)
                .then(step -> step.map(put -> reconciler.apply(put, progress))
                        .orElseGet(() -> Outcome.done(Change.UNCHANGED)));
    }

    /**
     * A port that was to be brought to life gets no root field: whoever deploys it next begins anew. Empty where the role
     * mapper has no role for it, or Hasura shows nothing of a port that is there.
     */
    Outcome<Optional<Step.PutRole>> step(PortIdentity port, Standing standing) {
        return standing.isClosed()
                ? reconciler.readAccess(port).map(access -> Plans.withoutRootFields(port, access))
                : reconciler.read(port).then(actual -> visible(port, actual));
    }

    /** Takes out of Hasura what a port that never was served has there by now. */
    public Outcome<Change> undone(PortIdentity port, Progress progress) {
        return reconciler
                .read(port)
                .then(actual -> Plans.unprovision(port, actual)
                        .map(removal -> reconciler.apply(removal.plan(), progress))
                        .orElseGet(() -> Outcome.done(Change.UNCHANGED)));
    }

    private Outcome<Optional<Step.PutRole>> visible(PortIdentity port, Actual actual) {
        return actual.roleOfComponent()
                .map(role -> visibility.rootFields(role, streams).map(visible -> Plans.settle(port, actual, visible)))
                .orElseGet(() -> Outcome.done(Optional.empty()));
    }
}
