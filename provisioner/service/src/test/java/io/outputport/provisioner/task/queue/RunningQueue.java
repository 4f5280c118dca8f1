package io.outputport.provisioner.task.queue;

import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.measure.TaskMeter;
import io.outputport.provisioner.task.Acceptance;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.run.TaskExecutions;
import io.outputport.provisioner.task.run.TaskSettings;
import io.outputport.provisioner.task.run.TaskWorld;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;

/** The queue as the service wires it, with real threads and the real clock. */
public final class RunningQueue implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final OpenDatabase database;
    private final TaskService service;

    private RunningQueue(OpenDatabase database, TaskService service) {
        this.database = database;
        this.service = service;
    }

    public static RunningQueue notStarted(String url, TaskHandler... handlers) {
        return notStarted(url, Duration.ZERO, handlers);
    }

    /** @param fast how far the clock of this process is ahead of the right time */
    public static RunningQueue notStarted(String url, Duration fast, TaskHandler... handlers) {
        TaskFactory factory = new TaskFactory();
        TaskSettings settings = factory.settings(Settings.of(environment(url)));
        OpenDatabase database = TaskDatabase.open(settings.database(), CONNECTIONS);
        Clock clock = Clock.offset(Clock.systemUTC(), fast);
        TaskWork work = new TaskWork(List.of(handlers), List.of());
        TaskWorld world = factory.world(database, clock, TaskMeter.NONE);
        TaskExecutions executions =
                factory.executions(world, factory.runner(world, settings, work, OpenTelemetry.noop()), settings, work);
        Places places = factory.places(database, world, settings, ForkJoinPool.commonPool());
        TaskService service = factory.service(database, world, executions, settings, UUID::randomUUID, places);
        return new RunningQueue(database, service);
    }

    /** On H2 a takeover would come after the patience of every test, so that only the release at the start can be quicker. */
    private static Map<String, String> environment(String url) {
        return url.startsWith("jdbc:h2:")
                ? Map.of("TASK_DB_URL", url, "TAKEOVER_AFTER", "1h")
                : Map.of("TASK_DB_URL", url, "TAKEOVER_AFTER", "2s");
    }

    public static RunningQueue on(String url, TaskHandler... handlers) {
        return on(url, Duration.ZERO, handlers);
    }

    public static RunningQueue on(String url, Duration fast, TaskHandler... handlers) {
        RunningQueue queue = notStarted(url, fast, handlers);
        queue.start();
        return queue;
    }

    public void start() {
        service.start();
    }

    public TaskToken accepted(String component) {
        Submission submission = new Submission(Operation.PROVISION, component, "{}");
        return ((Acceptance.Accepted) service.queue().submit(submission)).token();
    }

    public TaskReport report(TaskToken token) {
        return service.queue().find(token).orElseThrow();
    }

    public boolean isCompleted(TaskToken token) {
        return report(token).status() instanceof TaskStatus.Completed;
    }

    void drain() {
        service.drain();
    }

    @Override
    public void close() {
        service.stop();
        database.close();
    }
}
