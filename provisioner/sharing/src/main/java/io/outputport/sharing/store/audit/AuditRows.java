package io.outputport.sharing.store.audit;

import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.audit.AuditTrail;
import io.outputport.sharing.share.NameRule;
import io.outputport.sharing.store.Statements;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** The events as they were kept. */
@Singleton
final class AuditRows implements AuditTrail {
    private final Statements statements;

    AuditRows(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<AuditEvent> newest(Optional<String> share, int most) {
        String about = share.isPresent() ? " where lower(share) = :share" : "";
        return statements.read(
                handle -> handle.createQuery("select * from audit_event" + about + " order by at desc, id limit :most")
                        .bind("share", share.map(NameRule::key).orElse(""))
                        .bind("most", most)
                        .configure(SqlStatements.class, statement -> statement.setUnusedBindingAllowed(true))
                        .map(AuditRows::event)
                        .list());
    }

    private static AuditEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEvent(
                Statements.instant(row, "at").orElseThrow(),
                AuditAction.valueOf(row.getString("action")),
                origin(row),
                new AuditEvent.Subject(
                        text(row, "share"), text(row, "schema_name"), text(row, "table_name"), text(row, "detail")),
                new AuditEvent.Ending(
                        row.getInt("status"),
                        text(row, "code"),
                        Duration.ofMillis(row.getLong("millis")),
                        granted(row)));
    }

    private static AuditEvent.Origin origin(ResultSet row) throws SQLException {
        return new AuditEvent.Origin(
                new AuditEvent.Actor(
                        row.getString("actor"),
                        Optional.ofNullable(row.getObject("recipient_id", UUID.class)),
                        Optional.ofNullable(row.getObject("credential_id", UUID.class))),
                row.getString("address"),
                row.getString("client"),
                text(row, "trace"));
    }

    private static Optional<AuditEvent.Answered> granted(ResultSet row) throws SQLException {
        Optional<String> format = text(row, "format");
        return format.isEmpty()
                ? Optional.empty()
                : Optional.of(new AuditEvent.Answered(
                        format.get(),
                        row.getLong("table_version"),
                        row.getLong("files"),
                        Optional.ofNullable(row.getObject("row_count", Long.class)),
                        row.getLong("bytes")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
