package io.outputport.provisioner.task.store.jdbc;

import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.Stopping;
import io.outputport.provisioner.task.store.TaskState;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How a task is stopped: at once while it has not begun, else by whoever runs it. */
final class Stops {
    private final Arrivals arrivals;
    private final StateColumns columns;

    Stops(Arrivals arrivals, StateColumns columns) {
        this.arrivals = arrivals;
        this.columns = columns;
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
        return columns.find(handle, token)
                .map(found -> found.state()
                        .<Stopping>match(
                                fresh -> atOnce(handle, token, component, now),
                                begun -> asked(handle, token, begun, now),
                                retrying -> asked(handle, token, retrying, now),
                                waiting -> asked(handle, token, waiting, now),
                                tidying -> asked(handle, token, tidying, now)))
                .orElseGet(Stopping.TooLate::new);
    }

    private Stopping atOnce(Handle handle, TaskToken token, String component, Instant now) {
        columns.end(handle, token, new TaskStatus.Terminated(), now);
        return new Stopping.AtOnce(Arrivals.scheduled(handle, arrivals.oldestChange(handle, component), now));
    }

    /** One that waits goes on at once, to its end. */
    private Stopping asked(Handle handle, TaskToken token, TaskState state, Instant now) {
        columns.write(handle, token, new StateColumns.Found(state.dueAt(now), true));
        return new Stopping.Asked(state.nextDue().isPresent());
    }
}
