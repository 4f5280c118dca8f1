package io.outputport.provisioner.task.store.jdbc;

import io.opentelemetry.api.trace.SpanContext;
import io.outputport.foundation.trace.TraceText;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.list.TaskQuery;
import io.outputport.provisioner.task.list.TaskSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** One page of tasks, without their requests, which can be large. */
record Listing(TaskRows rows) {
    /** With {@code finished_at} first: its index finds both the open tasks and those that have just ended. */
    private static final String CHANGED = """
            (finished_at >= :since or finished_at is null
                and (accepted_at >= :since or started_at >= :since or next_due is not null))""";

    List<TaskSummary> list(Handle handle, TaskQuery wanted) {
        List<String> conditions = new ArrayList<>(List.of("arrival > 0"));
        wanted.component().ifPresent(component -> conditions.add("component = :component"));
        wanted.state().ifPresent(state -> conditions.add("state = :state"));
        wanted.before().ifPresent(before -> conditions.add("arrival < :before"));
        wanted.since().ifPresent(since -> conditions.add(CHANGED));
        wanted.token().ifPresent(token -> conditions.add("token = :token"));
        Query query = handle.createQuery("""
                        select arrival, token, operation, component, state, accepted_at, attempt, next_due, finished_at,
                            trace
                        from task where %s order by arrival desc fetch first :limit rows only""".formatted(String.join(" and ", conditions)))
                .bind("limit", wanted.limit());
        wanted.component().ifPresent(component -> query.bind("component", component));
        wanted.state().ifPresent(state -> query.bind("state", state));
        wanted.before().ifPresent(before -> query.bind("before", before));
        wanted.since().ifPresent(since -> query.bind("since", since));
        wanted.token().ifPresent(token -> query.bind("token", token.value()));
        return query.map((row, context) -> summary(row)).list();
    }

    private TaskSummary summary(ResultSet row) throws SQLException {
        return new TaskSummary(
                row.getLong("arrival"),
                rows.token(row),
                Operation.valueOf(row.getString("operation")),
                row.getString("component"),
                row.getString("state"),
                rows.instant(row, "accepted_at"),
                row.getInt("attempt"),
                time(row, "next_due"),
                time(row, "finished_at"),
                trace(row));
    }

    private static Optional<String> trace(ResultSet row) throws SQLException {
        return Optional.of(TraceText.read(row.getString("trace")))
                .filter(SpanContext::isValid)
                .map(SpanContext::getTraceId);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
