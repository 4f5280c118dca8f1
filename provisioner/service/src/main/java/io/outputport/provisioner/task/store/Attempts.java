package io.outputport.provisioner.task.store;

import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.trace.TraceText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How attempts begin and pause. One that began and did neither pause nor end tells that its process died in it. */
final class Attempts {
    private final TaskRows rows;
    private final Waits waits;

    Attempts(TaskRows rows, Waits waits) {
        this.rows = rows;
        this.waits = waits;
    }

    Optional<StartedTask> begin(Handle handle, TaskToken token, Instant now) {
        boolean interrupted = countInterruption(handle, token) == 1;
        Optional<Instant> waitedSince = waits.endWait(handle, token, now);
        return waitedSince.isPresent() || countAttempt(handle, token, now) == 1
                ? Optional.of(started(handle, token, interrupted, waitedSince))
                : Optional.empty();
    }

    boolean postpone(Handle handle, TaskToken token, Instant nextDue) {
        return handle.createUpdate("""
                        update task set next_due = :due, trace = coalesce(trace, :run), last_run = :run
                        where token = :token and finished_at is null and state = 'RUNNING'""")
                        .bind("due", nextDue)
                        .bind("run", TraceText.current())
                        .bind("token", token.value())
                        .execute()
                == 1;
    }

    int touch(Handle handle, TaskToken token) {
        return handle.createUpdate("update task set touched = true where token = :token and not touched")
                .bind("token", token.value())
                .execute();
    }

    boolean hold(Handle handle, TaskToken token, List<Problem> verdict, Instant now, Instant nextDue) {
        return handle.createUpdate("""
                        update task set next_due = :due, verdict = coalesce(:verdict, verdict),
                            tidying_since = coalesce(tidying_since, :now), trace = coalesce(trace, :run),
                            last_run = :run
                        where token = :token and finished_at is null""")
                        .bind("due", nextDue)
                        .bind("verdict", rows.verdict(verdict))
                        .bind("run", TraceText.current())
                        .bind("now", now)
                        .bind("token", token.value())
                        .execute()
                == 1;
    }

    private static int countInterruption(Handle handle, TaskToken token) {
        return handle.createUpdate("""
                        update task set interruptions = interruptions + 1
                        where token = :token and finished_at is null and attempt > 0 and next_due is null""").bind("token", token.value()).execute();
    }

    private static int countAttempt(Handle handle, TaskToken token, Instant now) {
        return handle.createUpdate("""
                        update task set attempt = attempt + 1, started_at = coalesce(started_at, :now), next_due = null
                        where token = :token and finished_at is null""")
                .bind("now", now)
                .bind("token", token.value())
                .execute();
    }

    private StartedTask started(Handle handle, TaskToken token, boolean interrupted, Optional<Instant> waitedSince) {
        return handle.createQuery("""
                        select t.*, (select count(*) from task_log l where l.token = t.token) as logged
                        from task t where t.token = :token""")
                .bind("token", token.value())
                .map((row, context) -> started(row, interrupted, waitedSince))
                .one();
    }

    private StartedTask started(ResultSet row, boolean interrupted, Optional<Instant> waitedSince) throws SQLException {
        return new StartedTask(
                rows.task(row),
                rows.instant(row, "started_at"),
                interrupted,
                row.getInt("interruptions"),
                waitedSince,
                row.getString("state").equals("TERMINATING"),
                row.getBoolean("touched"),
                rows.verdict(row),
                Optional.ofNullable(row.getObject("tidying_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("logged"),
                new StartedTask.Traces(
                        TraceText.read(row.getString("trace")), TraceText.read(row.getString("last_run"))));
    }
}
