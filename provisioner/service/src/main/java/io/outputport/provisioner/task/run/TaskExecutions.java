package io.outputport.provisioner.task.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.life.Recurring;
import io.outputport.provisioner.task.store.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What db-scheduler executes: our tasks by their tokens, the housekeeping of the queue, and recurring jobs. */
public final class TaskExecutions {
    private static final Logger LOG = LoggerFactory.getLogger(TaskExecutions.class);
    /** Its name also stands in the SQL that looks for stranded tasks. */
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("task");

    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(2);
    private static final Duration RETENTION_INTERVAL = Duration.ofMinutes(1);
    private static final int STRANDED_AT_ONCE = 1000;

    private final TaskWorld world;
    private final TaskRunner runner;
    private final TaskSettings settings;
    private final List<Recurring> jobs;

    public TaskExecutions(TaskWorld world, TaskRunner runner, TaskSettings settings, List<Recurring> jobs) {
        this.jobs = List.copyOf(jobs);
        this.world = world;
        this.runner = runner;
        this.settings = settings;
    }

    static void schedule(SchedulerClient client, TaskToken token, Instant due) {
        client.scheduleIfNotExists(TASK.instance(token.toString()).build(), due);
    }

    /** Makes a waiting task due; one that runs at this moment goes on as it is. */
    public static void hasten(SchedulerClient client, TaskToken token, Instant due) {
        try {
            client.schedule(
                    TASK.instance(token.toString()).build(),
                    due,
                    SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceException busy) {
            LOG.debug("Task {} runs just now or has ended.", token, busy);
        }
    }

    public CustomTask<Void> task() {
        return Tasks.custom(TASK)
                .onDeadExecutionRevive()
                // Only a database that does not answer gets here: the runner turns everything else into an end.
                .onFailure(new FailureHandler.OnFailureRetryLater<>(DATABASE_PAUSE))
                .execute(this::execute);
    }

    public List<RecurringTask<Void>> recurring() {
        List<RecurringTask<Void>> all = new ArrayList<>(List.of(
                Tasks.recurring("sweep", FixedDelay.of(settings.takeoverAfter().dividedBy(3)))
                        .execute((instance, context) -> sweep(context.getSchedulerClient())),
                Tasks.recurring("retention", FixedDelay.of(RETENTION_INTERVAL))
                        .execute((instance, context) -> forget())));
        jobs.forEach(job -> all.add(
                Tasks.recurring(job.name(), FixedDelay.of(job.interval())).execute((instance, context) -> run(job))));
        return all;
    }

    private void run(Recurring job) {
        if (world.draining().hasBegun()) {
            return;
        }
        try {
            job.run();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "{} was broken off; it comes again in {} s.",
                    job.name(),
                    job.interval().toSeconds(),
                    failed);
        }
    }

    /** Schedules what a crash, or a database that was away for a moment, has left unscheduled or too late. */
    public void sweep(SchedulerClient client) {
        world.store().stranded(STRANDED_AT_ONCE).forEach(task -> schedule(client, task.token(), task.due()));
        world.store().late(STRANDED_AT_ONCE).forEach(task -> hasten(client, task.token(), task.due()));
    }

    private void forget() {
        TaskSettings.Keeping keeping = settings.keeping();
        Instant now = world.clock().instant();
        world.store().forget(new Retention(now.minus(keeping.changes()), now.minus(keeping.reads()), keeping.bytes()));
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        return runner.run(new TaskToken(UUID.fromString(instance.getId())))
                .match(again -> (complete, operations) -> operations.reschedule(complete, again.at()), over -> {
                    over.successor()
                            .ifPresent(token -> schedule(
                                    context.getSchedulerClient(),
                                    token,
                                    world.clock().instant()));
                    return (complete, operations) -> operations.remove();
                });
    }
}
