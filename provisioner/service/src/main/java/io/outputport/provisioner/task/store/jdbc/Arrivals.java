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
import io.outputport.provisioner.task.store.TaskState;
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
    private final StateColumns columns;
    private final Attempts attempts;
    private final TaskLines lines;

    Arrivals(TaskRows rows, StateColumns columns, Attempts attempts, TaskLines lines) {
        this.rows = rows;
        this.columns = columns;
        this.attempts = attempts;
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
        return new Added.Joined(token, attempts.hasten(handle, token, now));
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
        boolean stillWaits = columns.find(handle, older.token())
                .filter(found -> found.state().nextDue().isPresent())
                .isPresent();
        if (stillWaits) {
            lines.append(
                    handle, older.token(), new LogEntry(by.acceptedAt(), Severity.WARNING, "queue", problem.message()));
            columns.end(handle, older.token(), new TaskStatus.Failed(List.of(problem)), by.acceptedAt());
        }
        return stillWaits;
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
                        select token, operation, fingerprint, coalesce(turn, arrival) as turn,
                            state, attempt, next_due, waiting_since, verdict, tidying_since
                        from task
                        where component = :component and changes and finished_at is null order by arrival""")
                .bind("component", component)
                .map((row, context) -> queued(row))
                .list();
    }

    /** A task that is on its way to its end does not do the work, so nobody joins it; a stopped one ends as what it is. */
    private Queued queued(ResultSet row) throws SQLException {
        StateColumns.Found found = columns.read(row);
        Queued.WaitsFor pause = found.terminating() ? Queued.WaitsFor.NONE : pause(found.state());
        boolean ends = found.terminating() || isTidying(found.state());
        return new Queued(
                rows.token(row),
                Operation.valueOf(row.getString("operation")),
                Optional.ofNullable(row.getString("fingerprint")).filter(text -> !ends),
                row.getLong("turn"),
                pause);
    }

    private static boolean isTidying(TaskState state) {
        return state.match(fresh -> false, begun -> false, retrying -> false, waiting -> false, tidying -> true);
    }

    private static Queued.WaitsFor pause(TaskState state) {
        return state.match(
                fresh -> Queued.WaitsFor.NONE,
                begun -> Queued.WaitsFor.NONE,
                retrying -> Queued.WaitsFor.RETRY,
                waiting -> Queued.WaitsFor.TURN,
                tidying -> tidying.due().map(due -> Queued.WaitsFor.TIDYING).orElse(Queued.WaitsFor.NONE));
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
