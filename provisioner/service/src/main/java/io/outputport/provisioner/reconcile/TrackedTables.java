package io.outputport.provisioner.reconcile;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.plan.ActualMetadata;

/** Reads what Hasura tracks, without a look at any port or role. */
@FunctionalInterface
public interface TrackedTables {
    Outcome<ActualMetadata> metadata();
}
