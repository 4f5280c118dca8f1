package io.outputport.provisioner.task.queue;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.TaskExecutors;
import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.start.OpeningDatabase;
import io.outputport.foundation.store.Database;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.measure.QueueFigures;
import io.outputport.provisioner.measure.TaskMeter;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.life.QueueLife;
import io.outputport.provisioner.task.life.Recurring;
import io.outputport.provisioner.task.life.RecurringJobs;
import io.outputport.provisioner.task.retry.BackOff;
import io.outputport.provisioner.task.retry.RetryPolicy;
import io.outputport.provisioner.task.run.Draining;
import io.outputport.provisioner.task.run.TaskExecutions;
import io.outputport.provisioner.task.run.TaskHandlers;
import io.outputport.provisioner.task.run.TaskRunner;
import io.outputport.provisioner.task.run.TaskSettings;
import io.outputport.provisioner.task.run.TaskWorld;
import io.outputport.provisioner.task.store.TaskStore;
import io.outputport.provisioner.task.store.jdbc.JdbcTaskStore;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Puts the queue together. */
@Factory
final class TaskFactory {
    @Singleton
    TaskSettings settings(Settings settings) {
        return TaskSettings.from(settings);
    }

    @Singleton
    @Bean(preDestroy = "close")
    OpenDatabase database(OpeningDatabase opening) {
        return opening.take();
    }

    @Singleton
    Database own(OpenDatabase database) {
        return database.database();
    }

    @Singleton
    TaskWork work(List<TaskHandler> handlers, List<Recurring> jobs) {
        return new TaskWork(handlers, jobs);
    }

    @Singleton
    TaskWorld world(OpenDatabase database, Clock clock, TaskMeter meter) {
        return new TaskWorld(new JdbcTaskStore(database.database()), new Draining(), database.clock(clock), meter);
    }

    @Singleton
    QueueFigures figures(TaskWorld world) {
        return () -> world.store().backlog(world.clock().instant());
    }

    @Singleton
    TaskRunner runner(TaskWorld world, TaskSettings settings, TaskWork work, OpenTelemetry telemetry) {
        RetryPolicy policy = new RetryPolicy(
                BackOff.USUAL, settings.retryBudget(), settings.retryAttempts(), settings.interruptions());
        return new TaskRunner(
                world,
                new TaskHandlers(work.handlers()),
                policy,
                () -> ThreadLocalRandom.current().nextDouble(),
                telemetry);
    }

    @Singleton
    TaskExecutions executions(TaskWorld world, TaskRunner runner, TaskSettings settings, TaskWork work) {
        return new TaskExecutions(world, runner, settings, work.jobs());
    }

    @Singleton
    @Bean(preDestroy = "stop")
    TaskService service(
            OpenDatabase database,
            TaskWorld world,
            TaskExecutions executions,
            TaskSettings settings,
            Supplier<UUID> ids,
            Places places) {
        TaskScheduler scheduler = TaskScheduler.over(database, executions, settings, world.clock());
        return new TaskService(world, scheduler, new DurableQueue(world, scheduler, ids, places));
    }

    @Singleton
    Places places(
            OpenDatabase database,
            TaskWorld world,
            TaskSettings settings,
            @Named(TaskExecutors.IO) ExecutorService beside) {
        TaskStore store = world.store();
        return new Places(
                new Capacity(settings.limits().changes(), () -> store.unfinished(true), beside),
                new Capacity(settings.limits().reads(), () -> store.unfinished(false), beside),
                database::hasSpareRoom);
    }

    @Singleton
    QueueLife life(OpenDatabase database) {
        return () -> database.isLost()
                ? Optional.of("The file of the task database was closed and cannot be opened again by this process.")
                : Optional.empty();
    }

    @Singleton
    RecurringJobs jobs(TaskService service) {
        return name -> service.scheduler().hasten(name, service.world().clock().instant());
    }

    @Singleton
    DurableQueue queue(TaskService service) {
        return service.queue();
    }
}
