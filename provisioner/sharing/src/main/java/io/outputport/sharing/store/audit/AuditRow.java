package io.outputport.sharing.store.audit;

import io.outputport.foundation.outcome.Masking;
import io.outputport.sharing.audit.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Puts one event into the parameters of a statement, in the order of the table's columns. */
final class AuditRow {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_CLIENT = 300;
    private static final int LONGEST_DETAIL = 2_000;

    private final PreparedStatement row;
    private int column;

    AuditRow(PreparedStatement row) {
        this.row = row;
    }

    void bind(UUID id, AuditEvent event) throws SQLException {
        row.setObject(++column, id);
        row.setObject(++column, event.at().atOffset(ZoneOffset.UTC));
        row.setString(++column, event.action().name());
        origin(event.origin());
        AuditEvent.Subject subject = event.subject();
        text(subject.share(), LONGEST_NAME);
        text(subject.schema(), LONGEST_NAME);
        text(subject.table(), LONGEST_NAME);
        text(subject.detail(), LONGEST_DETAIL);
        AuditEvent.Ending ending = event.ending();
        row.setInt(++column, ending.status());
        text(ending.code(), LONGEST_ADDRESS);
        row.setLong(++column, ending.took().toMillis());
        granted(ending.granted());
    }

    private void origin(AuditEvent.Origin origin) throws SQLException {
        row.setString(++column, fit(origin.actor().name(), LONGEST_NAME));
        id(origin.actor().recipient());
        id(origin.actor().credential());
        row.setString(++column, fit(origin.address(), LONGEST_ADDRESS));
        row.setString(++column, fit(origin.client(), LONGEST_CLIENT));
        text(origin.trace(), LONGEST_ADDRESS);
    }

    private void granted(Optional<AuditEvent.Answered> granted) throws SQLException {
        text(granted.map(AuditEvent.Answered::format), LONGEST_ADDRESS);
        number(granted.map(AuditEvent.Answered::version));
        number(granted.map(AuditEvent.Answered::files));
        number(granted.flatMap(AuditEvent.Answered::rows));
        number(granted.map(AuditEvent.Answered::bytes));
    }

    private void id(Optional<UUID> id) throws SQLException {
        if (id.isPresent()) {
            row.setObject(++column, id.get());
        } else {
            row.setNull(++column, Types.OTHER);
        }
    }

    private void number(Optional<Long> number) throws SQLException {
        if (number.isPresent()) {
            row.setLong(++column, number.get());
        } else {
            row.setNull(++column, Types.BIGINT);
        }
    }

    private void text(Optional<String> text, int longest) throws SQLException {
        if (text.isPresent()) {
            row.setString(++column, fit(text.get(), longest));
        } else {
            row.setNull(++column, Types.VARCHAR);
        }
    }

    /** What callers wrote must neither be too long for its column nor look like something else when it is read. */
    private static String fit(String text, int longest) {
        String safe = Masking.inOneLine(Masking.clean(text));
        String fitting = safe.length() <= longest ? safe : safe.substring(0, longest - 1) + "…";
        // Half a character, at the cut for example, becomes a question mark: no database keeps it.
        return new String(fitting.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
