package io.outputport.provisioner.hasura.access;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.hasura.remote.Visibility;
import io.outputport.provisioner.port.people.Standing;
import java.util.Optional;

/** After a task that failed half-way: the role may use the root fields that Hasura shows it, and no others. */
public final class Settlement {
    private final Systems systems;
    private final Visibility visibility;
    private final boolean streams;

    /** @param streams whether root fields of subscriptions are offered at all */
    public Settlement(Systems systems, Visibility visibility, boolean streams) {
        this.systems = systems;
        this.visibility = visibility;
        this.streams = streams;
    }

    /**
     * A port that was to be brought to life gets no root field: whoever deploys it next begins anew. Empty where the role
     * mapper has no role for it, or Hasura shows nothing of a port that is there.
     */
    public Outcome<Optional<HasuraStep.PutRole>> step(PortIdentity port, Standing standing) {
        return standing.isClosed()
                ? systems.readAccess(port).map(access -> Plans.withoutRootFields(port, access))
                : systems.read(port).then(actual -> visible(port, actual));
    }

    private Outcome<Optional<HasuraStep.PutRole>> visible(PortIdentity port, Actual actual) {
        return actual.roleOfComponent()
                .map(role -> visibility.rootFields(role, streams).map(visible -> Plans.settle(port, actual, visible)))
                .orElseGet(() -> Outcome.done(Optional.empty()));
    }
}
