package io.outputport.provisioner.hasura;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.port.PortSnapshot;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import java.util.Optional;

/** A port as role mapper and Hasura know it. */
record HasuraSnapshot(PortIdentity port, Actual actual) implements PortSnapshot {
    @Override
    public Plan closing() {
        return Plans.closing(port, actual);
    }

    @Override
    public Optional<RemovalPlan> removal() {
        return Plans.unprovision(port, actual);
    }

    @Override
    public Outcome<Plan> access(People asked, People locked) {
        return Plans.access(port, actual, asked, locked);
    }
}
