package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.plan.Change;

/**
 * A write that has to show in the metadata.
 *
 * @param version of the document that was sent
 * @param byBulk whether Hasura looked at the tables of this write only
 * @param otherwise what it comes to when it does not show
 */
record Sent(long version, boolean byBulk, Outcome<Change> otherwise) {}
