package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import io.outputport.provisioner.hasura.metadata.OwnAnswer;
import io.outputport.provisioner.hasura.wave.WriteWay;
import io.outputport.provisioner.port.plan.Change;
import java.util.Optional;

/**
 * A write that has to show in the metadata.
 *
 * @param version of the document that was sent
 * @param bulk what was sent where Hasura looked at the tables of this write only
 * @param otherwise what it comes to when it does not show
 * @param told what is inconsistent after it, where its answer says so
 */
record Sent(long version, Optional<WriteWay> bulk, Outcome<Change> otherwise, Optional<Inconsistency> told) {

    /** The answer says what is inconsistent by then; that to a bulk in its last result. */
    static Sent said(long version, WriteWay way, Reply.Answer answer) {
        Optional<Inconsistency> told = answer.json()
                .map(body -> way.isBulk() ? body.path(body.size() - 1) : body)
                .map(OwnAnswer::inconsistentObjects)
                .map(Inconsistency::new);
        return new Sent(version, Optional.of(way).filter(WriteWay::isBulk), HasuraProblems.notStored(), told);
    }

    /** Whatever version shows next, it may be this write's or not. */
    static Sent undecided(Outcome<Change> otherwise) {
        return new Sent(Long.MAX_VALUE - 1, Optional.empty(), otherwise, Optional.empty());
    }

    /** What is inconsistent in the document of this version, if it is this write's own and its answer said so. */
    Optional<Inconsistency> inconsistent(long seen) {
        return told.filter(objects -> seen == version + 1);
    }
}
