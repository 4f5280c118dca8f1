package io.outputport.sharing.table.source;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.table.TableProblems;
import java.time.Instant;

/** Opens tables of one format where they lie. The problems are those of {@link TableProblems}. */
public interface TableSource {
    Outcome<TableVersion> newest(TableLocation location);

    /** @param number not after the newest one */
    Outcome<TableVersion> numbered(TableLocation location, long number);

    /** The number of the last version that was written by then. */
    Outcome<Long> asOf(TableLocation location, Instant time);

    /** The number of the first version that was written then or later. */
    Outcome<Long> since(TableLocation location, Instant time);
}
