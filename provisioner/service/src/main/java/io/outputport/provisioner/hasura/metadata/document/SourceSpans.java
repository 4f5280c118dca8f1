package io.outputport.provisioner.hasura.metadata.document;

import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import java.util.List;
import java.util.Optional;

/**
 * A source and where its parts stand in the document.
 *
 * @param tableSpans one for each table, in the order of {@link ActualSource#tables()}
 */
record SourceSpans(
        ActualSource source, Span whole, Optional<Span> configuration, Optional<Span> tables, List<Span> tableSpans) {
    SourceSpans {
        tableSpans = List.copyOf(tableSpans);
    }
}
