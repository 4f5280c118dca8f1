package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Severity;
import io.outputport.foundation.trace.TraceText;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.Added;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** How work enters a component's queue: joined to a task that does the same, or put behind the others. */
final class Arrivals {
    private static final ProblemCode SUPERSEDED = new ProblemCode("task-superseded");
    /** The rows of the table turnstile. */
    private static final int BUCKETS = 32;

    private final TaskRows rows;
    private final TaskLines lines;

    Arrivals(TaskRows rows, TaskLines lines) {
        this.rows = rows;
        this.lines = lines;
    }

    /** In one transaction, behind a lock where the component's newest task cannot change, whatever replicas there are. */
    Added add(Handle handle, Task task, Optional<String> fingerprint) {
        if (!task.operation().changes()) {
            insert(handle, task, fingerprint);
            return new Added.Stored(scheduled(handle, Optional.of(task.token()), task.acceptedAt()));
        }
        lock(handle, task.component());
        List<Queued> queue = queue(handle, task.component());
        return Queued.same(queue, task.operation(), fingerprint)
                .<Added>map(same -> join(handle, same.token(), task.acceptedAt()))
                .orElseGet(() -> append(handle, queue, task, fingerprint));
    }

    /** How a task stands that was added before; empty when it was not. */
    Optional<Added> known(Handle handle, TaskToken token) {
        return handle.createQuery("select token from task where token = :token")
                .bind("token", token.value())
                .map((row, context) -> rows.token(row))
                .findOne()
                .map(stored -> new Added.Stored(Optional.empty()));
    }

    private Added join(Handle handle, TaskToken token, Instant now) {
        int waiting = handle.createUpdate("""
                        update task set next_due = :now
                        where token = :token and finished_at is null and next_due is not null""")
                .bind("now", now)
                .bind("token", token.value())
                .execute();
        return new Added.Joined(token, waiting == 1);
    }

    private Added append(Handle handle, List<Queued> queue, Task task, Optional<String> fingerprint) {
        insert(handle, task, fingerprint);
        boolean ended = false;
        for (Queued older : Queued.moot(queue, task.operation())) {
            if (supersede(handle, older, task)) {
                ended = true;
                inherit(handle, older, task);
            }
        }
        Optional<TaskToken> next = ended
                ? oldestChange(handle, task.component())
                : Optional.of(task.token()).filter(first -> queue.isEmpty());
        return new Added.Stored(scheduled(handle, next, task.acceptedAt()));
    }

    /** As db-scheduler writes it; a task that is scheduled already stays as it is. */
    static Optional<TaskToken> scheduled(Handle handle, Optional<TaskToken> turn, Instant due) {
        turn.ifPresent(token -> handle.createUpdate("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values ('task', :token, :due, false, 1) on conflict do nothing""")
                .bind("token", token.toString())
                .bind("due", due)
                .execute());
        return turn;
    }

    /** False when its retry has begun in the meantime: then it is no longer only waiting. */
    private boolean supersede(Handle handle, Queued older, Task by) {
        Problem problem = Problem.of(SUPERSEDED, older.pause().sentence(by.token()));
        TaskStatus failed = new TaskStatus.Failed(List.of(problem));
        int ended = handle.createUpdate("""
                        update task set state = :state, ending = :ending, finished_at = :now, next_due = null
                        where token = :token and finished_at is null and next_due is not null""")
                .bind("state", rows.state(failed))
                .bind("ending", rows.ending(failed))
                .bind("now", by.acceptedAt())
                .bind("token", older.token().value())
                .execute();
        if (ended == 1) {
            lines.append(
                    handle, older.token(), new LogEntry(by.acceptedAt(), Severity.WARNING, "queue", problem.message()));
            Remains.weigh(handle, older.token());
        }
        return ended == 1;
    }

    /** A provision that ends a provision takes its place, so that an updateacl in between still finds a port. */
    private static void inherit(Handle handle, Queued ended, Task by) {
        if (ended.operation() == Operation.PROVISION && by.operation() == Operation.PROVISION) {
            handle.createUpdate("update task set turn = :turn where token = :token")
                    .bind("turn", ended.turn())
                    .bind("token", by.token().value())
                    .execute();
        }
    }

    Optional<TaskToken> oldestChange(Handle handle, String component) {
        return handle.createQuery("""
                        select token from task where component = :component and changes and finished_at is null
                        order by coalesce(turn, arrival) fetch first 1 rows only""")
                .bind("component", component)
                .map((row, context) -> rows.token(row))
                .findOne();
    }

    Set<String> changing(Handle handle) {
        return handle.createQuery("select distinct component from task where changes and finished_at is null")
                .mapTo(String.class)
                .set();
    }

    static void lock(Handle handle, String component) {
        handle.createQuery("select bucket from turnstile where bucket = :bucket for update")
                .bind("bucket", Math.floorMod(component.hashCode(), BUCKETS))
                .mapTo(Integer.class)
                .one();
    }

    private List<Queued> queue(Handle handle, String component) {
        return handle.createQuery("""
                        select token, operation, fingerprint, state, coalesce(turn, arrival) as turn,
                            next_due is not null as waits, verdict is not null as failing,
                            waiting_since is not null as waits_for_turn
                        from task
                        where component = :component and changes and finished_at is null order by arrival""")
                .bind("component", component)
                .map((row, context) -> queued(row))
                .list();
    }

    /** A task that is on its way to its end does not do the work, so nobody joins it; a stopped one ends as what it is. */
    private Queued queued(ResultSet row) throws SQLException {
        boolean stays = row.getString("state").equals(TaskRows.RUNNING);
        boolean failing = row.getBoolean("failing");
        return new Queued(
                rows.token(row),
                Operation.valueOf(row.getString("operation")),
                Optional.ofNullable(row.getString("fingerprint")).filter(text -> stays && !failing),
                row.getLong("turn"),
                row.getBoolean("waits") && stays ? pause(row, failing) : Queued.Pause.NONE);
    }

    private static Queued.Pause pause(ResultSet row, boolean failing) throws SQLException {
        if (failing) {
            return Queued.Pause.TIDYING;
        }
        return row.getBoolean("waits_for_turn") ? Queued.Pause.TURN : Queued.Pause.RETRY;
    }

    private static void insert(Handle handle, Task task, Optional<String> fingerprint) {
        handle.createUpdate("""
                        insert into task (token, operation, component, changes, request, fingerprint, accepted_at,
                            state, attempt, trace)
                        values (:token, :operation, :component, :changes, :request, :fingerprint, :acceptedAt,
                            :state, 0, :trace)""")
                .bind("token", task.token().value())
                .bind("operation", task.operation().name())
                .bind("component", task.component())
                .bind("changes", task.operation().changes())
                .bind("request", task.request())
                .bind("fingerprint", fingerprint)
                .bind("acceptedAt", task.acceptedAt())
                .bind("state", TaskRows.RUNNING)
                .bind("trace", TraceText.current())
                .execute();
    }
}
