package io.outputport.provisioner.port;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.RemovalPlan;
import java.util.Optional;

/** What one look at a port has found, and what follows from it. */
public interface PortSnapshot {
    /** Takes everybody's access away; no step where there is nobody to take it from. Needs no look but that at access. */
    Plan closing();

    /** What is left to do once access is taken away. Empty when there was nothing of the port anywhere. */
    Optional<RemovalPlan> removal();

    /**
     * Gives access to exactly these people. Stopped when there is no such port; where only access was looked at, the
     * caller knows it to be alive.
     *
     * @param locked who has access whatever is asked
     */
    Outcome<Plan> access(People asked, People locked);
}
