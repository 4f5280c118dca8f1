package io.outputport.provisioner.task.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What db-scheduler executes: our tasks by their tokens, and the housekeeping of the queue. */
final class TaskExecutions {
    /** Its name also stands in the SQL that looks for stranded tasks. */
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("task");

    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(2);
    private static final Duration RETENTION_INTERVAL = Duration.ofHours(1);
    private static final int STRANDED_AT_ONCE = 1000;

    private final TaskWorld world;
    private final TaskRunner runner;
    private final TaskSettings settings;

    TaskExecutions(TaskWorld world, TaskRunner runner, TaskSettings settings) {
        this.world = world;
        this.runner = runner;
        this.settings = settings;
    }

    static void schedule(SchedulerClient client, TaskToken token, Instant due) {
        client.scheduleIfNotExists(TASK.instance(token.toString()).build(), due);
    }

    CustomTask<Void> task() {
        return Tasks.custom(TASK)
                .onDeadExecutionRevive()
                // Only a database that does not answer gets here: the runner turns everything else into an end.
                .onFailure(new FailureHandler.OnFailureRetryLater<>(DATABASE_PAUSE))
                .execute(this::execute);
    }

    List<RecurringTask<Void>> housekeeping() {
        return List.of(
                Tasks.recurring("sweep", FixedDelay.of(settings.takeoverAfter().dividedBy(3)))
                        .execute((instance, context) -> sweep(context.getSchedulerClient())),
                Tasks.recurring("retention", FixedDelay.of(RETENTION_INTERVAL))
                        .execute((instance, context) -> forget()));
    }

    /** Schedules what a crash, or a database that was away for a moment, has left unscheduled. */
    void sweep(SchedulerClient client) {
        world.store().stranded(STRANDED_AT_ONCE).forEach(task -> schedule(client, task.token(), task.due()));
    }

    private void forget() {
        world.store().forget(world.clock().instant().minus(settings.retention()));
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        Next next = runner.run(new TaskToken(UUID.fromString(instance.getId())));
        if (next instanceof Next.Again again) {
            return (complete, operations) -> operations.reschedule(complete, again.at());
        }
        ((Next.Over) next)
                .successor()
                .ifPresent(token -> schedule(
                        context.getSchedulerClient(), token, world.clock().instant()));
        return (complete, operations) -> operations.remove();
    }
}
