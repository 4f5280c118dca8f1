package io.outputport.provisioner.hasura.remote;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.drift.UnservedTables;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;

/** Reads what Hasura tracks, without a look at any port or role. */
public interface TrackedTables {
    Outcome<ActualMetadata> metadata();

    /** Which of them are not served. */
    Outcome<UnservedTables> unserved();
}
