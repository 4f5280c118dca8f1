package io.outputport.provisioner.remote.hasura.entry;

import io.outputport.provisioner.plan.MetadataEdit;
import io.outputport.provisioner.plan.PortChange;
import java.util.List;

/**
 * An entry that the writer has taken.
 *
 * @param previous what puts the port back, when it may have been written before: by a writer that died, or by a write
 *     whose end nobody saw; else empty
 */
public record Claimed(PortChange change, List<MetadataEdit> previous) {
    public Claimed {
        previous = List.copyOf(previous);
    }

    public String component() {
        return change.identity().component();
    }
}
