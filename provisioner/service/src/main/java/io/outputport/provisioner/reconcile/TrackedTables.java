package io.outputport.provisioner.reconcile;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.plan.ActualMetadata;
import io.outputport.provisioner.plan.UnservedTables;

/** Reads what Hasura tracks, without a look at any port or role. */
public interface TrackedTables {
    Outcome<ActualMetadata> metadata();

    /** Which of them are not served. */
    Outcome<UnservedTables> unserved();
}
