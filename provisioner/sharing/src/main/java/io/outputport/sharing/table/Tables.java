package io.outputport.sharing.table;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.share.TableLocation;
import java.time.Instant;

/** Tables for those who tell of them. The problems are those of {@link TableProblems}. */
public interface Tables {
    Outcome<Snapshot> latest(TableLocation location);

    Outcome<Snapshot> numbered(TableLocation location, long version);

    /** The last version that was written by then. */
    Outcome<Snapshot> asOf(TableLocation location, Instant time);

    /** The number of the first version that was written then or later. */
    Outcome<Long> since(TableLocation location, Instant time);
}
