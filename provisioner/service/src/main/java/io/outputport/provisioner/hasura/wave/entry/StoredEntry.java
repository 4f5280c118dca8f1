package io.outputport.provisioner.hasura.wave.entry;

import io.opentelemetry.api.trace.SpanContext;
import io.outputport.foundation.trace.TraceText;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A row of the table hasura_entry as it was found. */
record StoredEntry(String component, String wanted, Optional<String> previous, SpanContext trace) {
    private static final Logger LOG = LoggerFactory.getLogger(StoredEntry.class);

    static StoredEntry of(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getString("component"),
                row.getString("wanted"),
                Optional.ofNullable(row.getString("previous")),
                TraceText.read(row.getString("trace")));
    }

    /** Empty when this replica cannot read it. */
    Optional<Claimed> read(ChangeJson changes) {
        try {
            List<MetadataEdit> before = previous.map(StoredEdit::read).orElse(List.of());
            return Optional.of(new Claimed(changes.read(wanted), before, trace));
        } catch (IllegalStateException | IllegalArgumentException foreign) {
            LOG.warn("What {} wants of Hasura cannot be read by this replica.", component, foreign);
            return Optional.empty();
        }
    }
}
