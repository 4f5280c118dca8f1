package io.outputport.provisioner.reconcile;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.plan.ActualMetadata;

/** Everything that serves ports, read once for all of them. */
@FunctionalInterface
public interface Inventory {
    Outcome<ActualMetadata> metadata();
}
