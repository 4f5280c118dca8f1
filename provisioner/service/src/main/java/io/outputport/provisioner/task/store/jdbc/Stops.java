package io.outputport.provisioner.task.store.jdbc;

import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.Stopping;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** How a task is stopped: at once while it has not begun, else by whoever runs it. */
final class Stops {
    private final Arrivals arrivals;

    Stops(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** In one transaction, behind the lock of the component, so that no arrival overlooks that its turn has come. */
    Stopping stop(Handle handle, TaskToken token, Instant now) {
        Optional<String> component = handle.createQuery("select component from task where token = :token")
                .bind("token", token.value())
                .mapTo(String.class)
                .findOne();
        return component.<Stopping>map(known -> stop(handle, token, known, now)).orElseGet(Stopping.Unknown::new);
    }

    private Stopping stop(Handle handle, TaskToken token, String component, Instant now) {
        Arrivals.lock(handle, component);
        if (isChanged(handle.createUpdate("""
                update task set state = 'TERMINATED', finished_at = :now
                where token = :token and finished_at is null and attempt = 0""").bind("now", now), token)) {
            Remains.weigh(handle, token);
            return new Stopping.AtOnce(Arrivals.scheduled(handle, arrivals.oldestChange(handle, component), now));
        }
        if (isChanged(handle.createUpdate("""
                update task set state = 'TERMINATING', next_due = :now
                where token = :token and finished_at is null and next_due is not null""").bind("now", now), token)) {
            return new Stopping.Asked(true);
        }
        boolean running = isChanged(
                handle.createUpdate(
                        "update task set state = 'TERMINATING' where token = :token and finished_at is null"),
                token);
        return running ? new Stopping.Asked(false) : new Stopping.TooLate();
    }

    private static boolean isChanged(Update update, TaskToken token) {
        return update.bind("token", token.value()).execute() == 1;
    }
}
