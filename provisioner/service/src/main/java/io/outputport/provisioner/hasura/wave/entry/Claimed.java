package io.outputport.provisioner.hasura.wave.entry;

import io.opentelemetry.api.trace.SpanContext;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.List;

/**
 * An entry that the writer has taken.
 *
 * @param previous what puts the port back, when it may have been written before: by a writer that died, or by a write
 *     whose end nobody saw; else empty
 * @param trace the task's span that waits for it; not valid when nobody traces
 */
public record Claimed(MetadataChange change, List<MetadataEdit> previous, SpanContext trace) {
    public Claimed {
        previous = List.copyOf(previous);
    }

    /** One that was never written. */
    public static Claimed of(MetadataChange change) {
        return new Claimed(change, List.of(), SpanContext.getInvalid());
    }

    public Claimed with(List<MetadataEdit> undo) {
        return new Claimed(change, undo, trace);
    }

    public String component() {
        return change.identity().component();
    }
}
