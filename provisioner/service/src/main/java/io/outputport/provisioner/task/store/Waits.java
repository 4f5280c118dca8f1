package io.outputport.provisioner.task.store;

import io.outputport.provisioner.task.TaskToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tasks in the middle of an attempt that wait for their turn at another system. */
final class Waits {
    private final TaskRows rows;

    Waits(TaskRows rows) {
        this.rows = rows;
    }

    boolean begin(Handle handle, TaskToken token, Instant since, Instant nextDue) {
        return handle.createUpdate("""
                        update task set next_due = :due, waiting_since = :since
                        where token = :token and finished_at is null""")
                        .bind("due", nextDue)
                        .bind("since", since)
                        .bind("token", token.value())
                        .execute()
                == 1;
    }

    /** The wait is taken out of the task's age: what was waited for its turn does not use up its time. */
    boolean endWait(Handle handle, TaskToken token, Instant now) {
        return handle.createQuery("""
                        select started_at, waiting_since from task
                        where token = :token and finished_at is null and waiting_since is not null""")
                .bind("token", token.value())
                .map((row, context) -> {
                    Duration waited = Duration.between(rows.instant(row, "waiting_since"), now);
                    return rows.instant(row, "started_at").plus(waited.isNegative() ? Duration.ZERO : waited);
                })
                .findOne()
                .map(start -> handle.createUpdate("""
                        update task set started_at = :start, waiting_since = null, next_due = null
                        where token = :token and finished_at is null""")
                                .bind("start", start)
                                .bind("token", token.value())
                                .execute()
                        == 1)
                .orElse(false);
    }

    Optional<TaskToken> hasten(Handle handle, String component, Instant due) {
        Optional<TaskToken> waiting = handle.createQuery("""
                        select token from task
                        where component = :component and finished_at is null and waiting_since is not null
                        order by arrival fetch first 1 rows only""")
                .bind("component", component)
                .map((row, context) -> rows.token(row))
                .findOne();
        waiting.ifPresent(token -> handle.createUpdate("""
                        update task set next_due = :due
                        where token = :token and finished_at is null and waiting_since is not null""")
                .bind("due", due)
                .bind("token", token.value())
                .execute());
        return waiting;
    }
}
