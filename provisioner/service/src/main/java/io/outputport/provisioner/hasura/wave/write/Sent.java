package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
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

    /** The answer to a whole document says what is inconsistent in it, that to a bulk does not. */
    static Sent said(long version, boolean byBulk, Reply.Answer answer) {
        Optional<Inconsistency> told = answer.json()
                .filter(body -> !byBulk)
                .map(HasuraClient::inconsistentObjects)
                .map(Inconsistency::new);
        return new Sent(version, byBulk, HasuraProblems.notStored(), told);
    }

    /** Whatever version shows next, it may be this write's or not. */
    static Sent undecided(Outcome<Change> otherwise) {
        return new Sent(Long.MAX_VALUE - 1, false, otherwise, Optional.empty());
    }

    /** What is inconsistent in the document of this version, if it is this write's own and its answer said so. */
    Optional<Inconsistency> inconsistent(long seen) {
        return told.filter(objects -> seen == version + 1);
    }
}
