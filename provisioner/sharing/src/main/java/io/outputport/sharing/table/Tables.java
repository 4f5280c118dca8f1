package io.outputport.sharing.table;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.share.TableLocation;

/** Opens tables where they lie. The problems are those of {@link TableProblems}. */
public interface Tables {
    Outcome<Snapshot> latest(TableLocation location);
}
