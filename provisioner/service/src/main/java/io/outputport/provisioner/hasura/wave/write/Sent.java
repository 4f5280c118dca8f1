package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import io.outputport.provisioner.port.plan.Change;
import java.util.Optional;

/**
 * A write that has to show in the metadata.
 *
 * @param version of the document that was sent
 * @param byBulk whether Hasura looked at the tables of this write only
 * @param otherwise what it comes to when it does not show
 * @param told what is inconsistent after it, where its answer says so
 */
record Sent(long version, boolean byBulk, Outcome<Change> otherwise, Optional<Inconsistency> told) {

    /** What is inconsistent in the document of this version, if it is this write's own and its answer said so. */
    Optional<Inconsistency> inconsistent(long seen) {
        return told.filter(objects -> seen == version + 1);
    }
}
