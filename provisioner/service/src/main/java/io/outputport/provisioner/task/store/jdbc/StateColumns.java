package io.outputport.provisioner.task.store.jdbc;

import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The columns of the table task that say where it stands: nobody else reads or writes them. */
final class StateColumns {
    /** How far an unfinished task is, for whoever counts them; the names are those of the stages. */
    static final String STAGE = "case when waiting_since is not null then 'WAITING'"
            + " when next_due is not null then 'RETRYING' when attempt > 0 then 'RUNNING' else 'QUEUED' end";

    private static final String TERMINATING = "TERMINATING";

    private final TaskRows rows;

    StateColumns(TaskRows rows) {
        this.rows = rows;
    }

    /**
     * An unfinished task as it was found.
     *
     * @param terminating whether it was asked to stop
     */
    record Found(TaskState state, boolean terminating) {
        Found in(TaskState next) {
            return new Found(next, terminating);
        }
    }

    Found read(ResultSet row) throws SQLException {
        return new Found(state(row), row.getString("state").equals(TERMINATING));
    }

    private TaskState state(ResultSet row) throws SQLException {
        Optional<Instant> due = rows.since(row, "next_due");
        Optional<Instant> tidying = rows.since(row, "tidying_since");
        if (tidying.isPresent()) {
            return new TaskState.Tidying(rows.verdict(row), tidying.get(), due);
        }
        Optional<Instant> waiting = rows.since(row, "waiting_since");
        if (waiting.isPresent() && due.isPresent()) {
            return new TaskState.Waiting(waiting.get(), due.get());
        }
        return due.<TaskState>map(TaskState.Retrying::new)
                .orElse(row.getInt("attempt") == 0 ? new TaskState.Fresh() : new TaskState.Begun());
    }

    /**
     * In one transaction: the row stays locked between what is read and what is written.
     *
     * @param change answers empty for what is to stay as it is
     * @return what was found, if it was changed
     */
    Optional<Found> change(Handle handle, TaskToken token, Function<Found, Optional<Found>> change) {
        return find(handle, token)
                .filter(found -> change.apply(found).stream()
                        .peek(next -> write(handle, token, next))
                        .findFirst()
                        .isPresent());
    }

    /** Locked until the transaction ends; empty for a task that has ended. */
    Optional<Found> find(Handle handle, TaskToken token) {
        return handle.createQuery("""
                        select state, attempt, next_due, waiting_since, verdict, tidying_since
                        from task where token = :token and finished_at is null for update""")
                .bind("token", token.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    void write(Handle handle, TaskToken token, Found found) {
        Optional<TaskState.Tidying> tidying = found.state()
                .match(
                        fresh -> Optional.empty(),
                        begun -> Optional.empty(),
                        retrying -> Optional.empty(),
                        waiting -> Optional.empty(),
                        Optional::of);
        Optional<Instant> waitingSince = found.state()
                .match(
                        fresh -> Optional.empty(),
                        begun -> Optional.empty(),
                        retrying -> Optional.empty(),
                        waiting -> Optional.of(waiting.since()),
                        it -> Optional.empty());
        handle.createUpdate("""
                        update task set state = :state, next_due = :due, waiting_since = :waiting, verdict = :verdict,
                            tidying_since = :tidying
                        where token = :token""")
                .bind("state", found.terminating() ? TERMINATING : TaskRows.RUNNING)
                .bind("due", found.state().nextDue())
                .bind("waiting", waitingSince)
                .bind(
                        "verdict",
                        rows.verdict(tidying.map(TaskState.Tidying::verdict).orElse(List.of())))
                .bind("tidying", tidying.map(TaskState.Tidying::since))
                .bind("token", token.value())
                .execute();
    }

    /** @return false when it had ended before; then nothing changes */
    boolean end(Handle handle, TaskToken token, TaskStatus end, Instant now) {
        int ended = handle.createUpdate("""
                        update task set state = :state, ending = :ending, finished_at = :now, next_due = null
                        where token = :token and finished_at is null""")
                .bind("state", rows.state(end))
                .bind("ending", rows.ending(end))
                .bind("now", now)
                .bind("token", token.value())
                .execute();
        if (ended == 1) {
            Remains.weigh(handle, token);
        }
        return ended == 1;
    }
}
