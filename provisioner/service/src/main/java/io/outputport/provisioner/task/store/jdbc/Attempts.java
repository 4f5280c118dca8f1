package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.trace.TraceText;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.DueTask;
import io.outputport.provisioner.task.store.StartedTask;
import io.outputport.provisioner.task.store.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Which attempts are due, and how they begin and pause. One that began and did neither pause nor end tells that its process died in it. */
final class Attempts {
    private final TaskRows rows;
    private final StateColumns columns;

    Attempts(TaskRows rows, StateColumns columns) {
        this.rows = rows;
        this.columns = columns;
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

    private StartedTask counted(Handle handle, StartedTask started) {
        TaskToken token = started.task().token();
        handle.createUpdate("""
                        update task set attempt = :attempt, interruptions = :interruptions, started_at = :start
                        where token = :token""")
                .bind("attempt", started.task().attempt())
                .bind("interruptions", started.interruptions())
                .bind("start", started.firstStart())
                .bind("token", token.value())
                .execute();
        columns.write(handle, token, new StateColumns.Found(started.before().atWork(), started.terminating()));
        return started;
    }

    private StartedTask started(ResultSet row, Instant now) throws SQLException {
        StateColumns.Found found = columns.read(row);
        StartedTask read = new StartedTask(
                rows.task(row),
                rows.since(row, "started_at").orElse(now),
                found.state(),
                row.getInt("interruptions"),
                found.terminating(),
                row.getBoolean("touched"),
                row.getInt("logged"),
                new StartedTask.Traces(
                        TraceText.read(row.getString("trace")), TraceText.read(row.getString("last_run"))));
        return read.counted();
    }

    boolean postpone(Handle handle, TaskToken token, Instant due) {
        return pause(
                handle,
                token,
                found -> found.terminating()
                        ? Optional.empty()
                        : Optional.of(found.in(found.state().again(due))));
    }

    boolean await(Handle handle, TaskToken token, Instant since, Instant due) {
        return pause(handle, token, found -> Optional.of(found.in(found.state().waiting(since, due))));
    }

    boolean hold(Handle handle, TaskToken token, TaskState.Tidying tidying) {
        return pause(handle, token, found -> Optional.of(found.in(found.state().tidying(tidying))));
    }

    /** The run that ends with it stays known to the next one. */
    private boolean pause(
            Handle handle, TaskToken token, Function<StateColumns.Found, Optional<StateColumns.Found>> change) {
        boolean paused = columns.change(handle, token, change).isPresent();
        if (paused) {
            handle.createUpdate("update task set trace = coalesce(trace, :run), last_run = :run where token = :token")
                    .bind("run", TraceText.current())
                    .bind("token", token.value())
                    .execute();
        }
        return paused;
    }

    int touch(Handle handle, TaskToken token) {
        return handle.createUpdate("update task set touched = true where token = :token and not touched")
                .bind("token", token.value())
                .execute();
    }

    /** The component's task that waits for its turn, or to put things right: now due, unless it is at work. */
    Optional<TaskToken> hasten(Handle handle, String component, Instant due) {
        Optional<TaskToken> waiting = handle.createQuery("""
                        select token from task
                        where component = :component and finished_at is null
                          and (waiting_since is not null or tidying_since is not null)
                        order by arrival fetch first 1 rows only""")
                .bind("component", component)
                .map((row, context) -> rows.token(row))
                .findOne();
        waiting.ifPresent(token -> hasten(handle, token, due));
        return waiting;
    }

    /** @return whether it waited */
    boolean hasten(Handle handle, TaskToken token, Instant due) {
        return columns.change(
                        handle,
                        token,
                        found -> Optional.of(found.in(found.state().dueAt(due)))
                                .filter(next -> next.state().nextDue().isPresent()))
                .isPresent();
    }

    /** Those whose turn it is and that nobody has scheduled. */
    List<DueTask> stranded(Handle handle, int most) {
        return due(handle.createQuery("""
                        select t.token, coalesce(t.next_due, t.accepted_at) as due from task t
                        where t.finished_at is null
                          and not exists (select 1 from scheduled_tasks s
                              where s.task_name = 'task' and s.task_instance = cast(t.token as varchar(36)))
                          and not (t.changes and exists (select 1 from task o
                              where o.component = t.component and o.changes and o.finished_at is null
                                and coalesce(o.turn, o.arrival) < coalesce(t.turn, t.arrival)))
                        order by t.arrival fetch first :most rows only"""), most);
    }

    /** Those that are scheduled later than they are due. */
    List<DueTask> late(Handle handle, int most) {
        return due(handle.createQuery("""
                        select t.token, t.next_due as due from task t
                        join scheduled_tasks s
                          on s.task_name = 'task' and s.task_instance = cast(t.token as varchar(36))
                        where t.finished_at is null and t.next_due < s.execution_time and not s.picked
                        fetch first :most rows only"""), most);
    }

    private List<DueTask> due(Query query, int most) {
        return query.bind("most", most)
                .map((row, context) -> new DueTask(rows.token(row), rows.instant(row, "due")))
                .list();
    }
}
