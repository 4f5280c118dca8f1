package io.outputport.provisioner.task.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.run.TaskExecutions;
import io.outputport.provisioner.task.run.TaskSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timetable in the database, and the threads that carry out what is due. */
final class TaskScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);
    private static final Duration POLLING = Duration.ofSeconds(1);
    /** Of the threads: with fewer tasks than this in hand, more are fetched. */
    private static final double LEAST_TAKEN = 0.5;

    private static final int MISSED_HEARTBEATS = 4;
    /** The missed ones, and the two between two looks for the dead, and one for the next poll. */
    private static final int HEARTBEATS_TO_TAKEOVER = MISSED_HEARTBEATS + 3;

    private final Scheduler scheduler;
    private final TaskExecutions executions;
    private final AtomicBoolean stopped = new AtomicBoolean();

    TaskScheduler(Scheduler scheduler, TaskExecutions executions) {
        this.scheduler = scheduler;
        this.executions = executions;
    }

    static TaskScheduler over(
            OpenDatabase database, TaskExecutions executions, TaskSettings settings, InstantSource clock) {
        SchedulerBuilder builder = Scheduler.create(database.dataSource(), executions.task())
                .startTasks(executions.recurring())
                .serializer(new JacksonSerializer());
        Scheduler scheduler = (database.isShared() ? picking(builder) : builder.jdbcCustomization(new H2Dialect()))
                .clock(clock::instant)
                .threads(settings.parallel())
                .pollingInterval(POLLING)
                .enableImmediateExecution()
                .heartbeatInterval(settings.takeoverAfter().dividedBy(HEARTBEATS_TO_TAKEOVER))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.shutdownGrace())
                .build();
        return new TaskScheduler(scheduler, executions);
    }

    /** Each replica takes in one statement what its free threads can carry out, and passes over what others take. */
    private static SchedulerBuilder picking(SchedulerBuilder builder) {
        return builder.jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .pollUsingLockAndFetch(LEAST_TAKEN, 1);
    }

    /** Has this process look for due tasks now instead of at its next poll. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** For a task that is scheduled for later; one that runs just now goes on as it is. */
    void hasten(TaskToken token, Instant due) {
        try {
            TaskExecutions.hasten(scheduler, token, due);
        } catch (SQLRuntimeException unavailable) {
            LOG.warn("Task {} is due now, but could not be rescheduled; the next sweep does it.", token, unavailable);
        }
    }

    /** On whichever replica looks first. */
    void hasten(String job, Instant due) {
        try {
            scheduler.reschedule(TaskInstanceId.of(job, RecurringTask.INSTANCE), due);
        } catch (TaskInstanceException busy) {
            LOG.debug("{} runs just now.", job, busy);
        } catch (SQLRuntimeException unavailable) {
            LOG.warn("{} could not be hastened; it comes at its time.", job, unavailable);
        }
    }

    void start() {
        executions.sweep(scheduler);
        scheduler.start();
    }

    /** Waits for the running handlers, up to a limit; then breaks them off. A second call does nothing. */
    void stop() {
        if (stopped.compareAndSet(false, true)) {
            scheduler.stop();
        }
    }
}
