package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.trace.TraceText;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.StartedTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How attempts begin and pause. One that began and did neither pause nor end tells that its process died in it. */
final class Attempts {
    private final TaskRows rows;

    Attempts(TaskRows rows) {
        this.rows = rows;
    }

    /** In one transaction: the row stays locked between what is read and what is counted. */
    Optional<StartedTask> begin(Handle handle, TaskToken token, Instant now) {
        return handle.createQuery("""
                        select t.*, (select count(*) from task_log l where l.token = t.token) as logged
                        from task t where t.token = :token and t.finished_at is null for update""")
                .bind("token", token.value())
                .map((row, context) -> started(row, now))
                .findOne()
                .map(started -> counted(handle, started));
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

    private static StartedTask counted(Handle handle, StartedTask started) {
        handle.createUpdate("""
                        update task set attempt = :attempt, interruptions = :interruptions, started_at = :start,
                            waiting_since = null, next_due = null
                        where token = :token""")
                .bind("attempt", started.task().attempt())
                .bind("interruptions", started.interruptions())
                .bind("start", started.firstStart())
                .bind("token", started.task().token().value())
                .execute();
        return started;
    }

    private StartedTask started(ResultSet row, Instant now) throws SQLException {
        boolean interrupted = row.getInt("attempt") > 0 && row.getObject("next_due") == null;
        Optional<Instant> waitedSince = rows.since(row, "waiting_since");
        return new StartedTask(
                waitedSince.isPresent() ? rows.task(row) : rows.nextAttempt(row),
                rows.since(row, "started_at").orElse(now),
                interrupted,
                row.getInt("interruptions") + (interrupted ? 1 : 0),
                waitedSince,
                row.getString("state").equals("TERMINATING"),
                row.getBoolean("touched"),
                rows.verdict(row),
                rows.since(row, "tidying_since"),
                row.getInt("logged"),
                new StartedTask.Traces(
                        TraceText.read(row.getString("trace")), TraceText.read(row.getString("last_run"))));
    }
}
