package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.trace.TraceText;
import io.outputport.provisioner.task.TaskToken;
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
                        update task set next_due = :due, waiting_since = :since, trace = coalesce(trace, :run),
                            last_run = :run
                        where token = :token and finished_at is null""")
                        .bind("due", nextDue)
                        .bind("since", since)
                        .bind("run", TraceText.current())
                        .bind("token", token.value())
                        .execute()
                == 1;
    }

    Optional<TaskToken> hasten(Handle handle, String component, Instant due) {
        Optional<TaskToken> waiting = handle.createQuery("""
                        select token from task
                        where component = :component and finished_at is null
                          and (waiting_since is not null or tidying_since is not null)
                        order by arrival fetch first 1 rows only""")
                .bind("component", component)
                .map((row, context) -> rows.token(row))
                .findOne();
        waiting.ifPresent(token -> handle.createUpdate("""
                        update task set next_due = :due
                        where token = :token and finished_at is null and next_due is not null""")
                .bind("due", due)
                .bind("token", token.value())
                .execute());
        return waiting;
    }
}
