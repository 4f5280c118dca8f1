package io.outputport.provisioner.hasura.wave.entry;

import io.outputport.foundation.outcome.Masking;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.plan.Change;
import java.util.List;

/**
 * What came of an entry.
 *
 * @param notes what its task's log should tell beside
 */
public record WriteVerdict(Outcome<Change> outcome, List<String> notes) {
    public WriteVerdict {
        notes = notes.stream().map(Masking::sentence).toList();
    }
}
