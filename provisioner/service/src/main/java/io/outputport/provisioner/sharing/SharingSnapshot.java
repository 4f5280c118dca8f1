package io.outputport.provisioner.sharing;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.PortSnapshot;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import io.outputport.provisioner.sharing.plan.PortShares;
import io.outputport.provisioner.sharing.plan.SharePlans;
import java.util.Optional;

/** A port as the sharing server knows it. */
record SharingSnapshot(PortShares there) implements PortSnapshot {
    @Override
    public Plan closing() {
        return SharePlans.closing(there);
    }

    @Override
    public Optional<RemovalPlan> removal() {
        return SharePlans.removal(there);
    }

    @Override
    public Outcome<Plan> access(People asked, People locked) {
        return SharePlans.access(there, asked, locked);
    }
}
