package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.store.Database;
import io.outputport.provisioner.measure.Backlog;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.list.TaskQuery;
import io.outputport.provisioner.task.list.TaskSummary;
import io.outputport.provisioner.task.store.Added;
import io.outputport.provisioner.task.store.DueTask;
import io.outputport.provisioner.task.store.Retention;
import io.outputport.provisioner.task.store.StartedTask;
import io.outputport.provisioner.task.store.Stopping;
import io.outputport.provisioner.task.store.TaskState;
import io.outputport.provisioner.task.store.TaskStore;
import io.outputport.provisioner.task.store.TaskStoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** The store over JDBC. One SQL text serves both databases. */
public final class JdbcTaskStore implements TaskStore {
    private final Database database;
    private final TaskRows rows = new TaskRows();
    private final TaskLines lines = new TaskLines(rows);
    private final StateColumns columns = new StateColumns(rows);
    private final Attempts attempts = new Attempts(rows, columns);
    private final Arrivals arrivals = new Arrivals(rows, columns, attempts, lines);
    private final Stops stops = new Stops(arrivals, columns);

    public JdbcTaskStore(Database database) {
        this.database = database;
    }

    @Override
    public Added add(Task task, Optional<String> fingerprint) {
        String otherwise = "A task could not be stored.";
        try {
            return durably(otherwise, handle -> arrivals.add(handle, task, fingerprint));
        } catch (TaskStoreException failed) {
            // It may be stored for all that: then only the word of it was lost.
            return again(
                    failed,
                    () -> durably(
                            otherwise,
                            handle -> arrivals.known(handle, task.token())
                                    .orElseGet(() -> arrivals.add(handle, task, fingerprint))));
        }
    }

    @Override
    public Optional<TaskReport> report(TaskToken token) {
        return repeatably("A task could not be read.", handle -> {
            // Not the request, which may be megabytes: many may ask at once how it stands.
            Optional<TaskReport> task = handle.createQuery("""
                        select token, operation, component, accepted_at, state, ending
                        from task where token = :token""")
                    .bind("token", token.value())
                    .map((row, context) -> rows.report(row))
                    .findOne();
            return task.map(report -> withLog(handle, report));
        });
    }

    @Override
    public Optional<StartedTask> begin(TaskToken token, Instant now) {
        return atOnce("A task could not be started.", handle -> attempts.begin(handle, token, now));
    }

    @Override
    public void append(TaskToken token, LogEntry entry) {
        run("A log line could not be stored.", handle -> lines.append(handle, token, entry));
    }

    @Override
    public boolean postpone(TaskToken token, Instant nextDue) {
        return atOnce("A task could not be postponed.", handle -> attempts.postpone(handle, token, nextDue));
    }

    @Override
    public void touch(TaskToken token) {
        durably("A task could not be marked.", handle -> attempts.touch(handle, token));
    }

    @Override
    public boolean hold(TaskToken token, List<Problem> verdict, Instant now, Instant nextDue) {
        return durably(
                "A task could not be held.",
                handle -> attempts.hold(handle, token, new TaskState.Tidying(verdict, now, Optional.of(nextDue))));
    }

    @Override
    public boolean await(TaskToken token, Instant since, Instant nextDue) {
        return atOnce("A task could not be left to wait.", handle -> attempts.await(handle, token, since, nextDue));
    }

    @Override
    public Optional<TaskToken> waiting(String component, Instant due) {
        return atOnce("A waiting task could not be read.", handle -> attempts.hasten(handle, component, due));
    }

    @Override
    public Stopping stop(TaskToken token, Instant now) {
        String otherwise = "A task could not be stopped.";
        try {
            return durably(otherwise, handle -> stops.stop(handle, token, now));
        } catch (TaskStoreException failed) {
            return again(failed, () -> durably(otherwise, handle -> stops.stop(handle, token, now)));
        }
    }

    @Override
    public boolean isTerminating(TaskToken token) {
        return run(
                "A task could not be read.",
                handle -> handle.createQuery("select 1 from task where token = :token and state = 'TERMINATING'")
                        .bind("token", token.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    @Override
    public boolean close(TaskToken token, TaskStatus end, Instant now) {
        return durably("A task's end could not be stored.", handle -> columns.end(handle, token, end, now));
    }

    @Override
    public Optional<TaskToken> next(String component) {
        return run("The next task could not be read.", handle -> arrivals.oldestChange(handle, component));
    }

    @Override
    public int unfinished(boolean changes) {
        return repeatably(
                "The tasks could not be counted.",
                handle -> handle.createQuery(
                                "select count(*) from task where finished_at is null and changes = :changes")
                        .bind("changes", changes)
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public Backlog backlog(Instant now) {
        return repeatably("The tasks could not be counted.", handle -> new Stages(rows).backlog(handle, now));
    }

    @Override
    public Set<String> changing() {
        return repeatably("The waiting tasks could not be read.", arrivals::changing);
    }

    @Override
    public List<TaskSummary> list(TaskQuery query) {
        return repeatably("The tasks could not be listed.", handle -> new Listing(rows).list(handle, query));
    }

    @Override
    public List<DueTask> stranded(int most) {
        return run("The waiting tasks could not be read.", handle -> attempts.stranded(handle, most));
    }

    @Override
    public List<DueTask> late(int most) {
        return run("The waiting tasks could not be read.", handle -> attempts.late(handle, most));
    }

    @Override
    public int forget(Retention retention) {
        return run("Old tasks could not be deleted.", handle -> new Remains().forget(handle, retention));
    }

    @Override
    public void ping() {
        // Changes nothing, and is refused all the same where changes are.
        repeatably(
                "The task database does not answer.",
                handle -> handle.execute("update task set attempt = attempt where arrival = 0"));
    }

    private TaskReport withLog(Handle handle, TaskReport report) {
        return new TaskReport(
                report.token(),
                report.operation(),
                report.component(),
                report.acceptedAt(),
                report.status(),
                lines.of(handle, report.token()));
    }

    private <T> T durably(String otherwise, HandleCallback<T, RuntimeException> work) {
        return telling(otherwise, () -> database.durably(work));
    }

    /**
     * What is safe to do twice is done again where its connection was cut while nobody used it, as all are when a server
     * starts anew.
     */
    private <T> T repeatably(String otherwise, HandleCallback<T, RuntimeException> work) {
        try {
            return run(otherwise, work);
        } catch (TaskStoreException failed) {
            return again(failed, () -> run(otherwise, work));
        }
    }

    private static <T> T again(TaskStoreException failed, Supplier<T> work) {
        if (!failed.isCut()) {
            throw failed;
        }
        return work.get();
    }

    /** All or nothing; what was read stays locked meanwhile. */
    private <T> T atOnce(String otherwise, HandleCallback<T, RuntimeException> work) {
        return telling(otherwise, () -> database.inTransaction(work));
    }

    private <T> T run(String otherwise, HandleCallback<T, RuntimeException> work) {
        return telling(otherwise, () -> database.run(work));
    }

    private static <T> T telling(String otherwise, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException refused) {
            throw new TaskStoreException(otherwise, refused);
        }
    }
}
