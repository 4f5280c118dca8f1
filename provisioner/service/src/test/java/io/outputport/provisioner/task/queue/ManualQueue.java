package io.outputport.provisioner.task.queue;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.measure.TaskMeter;
import io.outputport.provisioner.task.Acceptance;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.retry.BackOff;
import io.outputport.provisioner.task.retry.RetryPolicy;
import io.outputport.provisioner.task.run.Draining;
import io.outputport.provisioner.task.run.TaskExecutions;
import io.outputport.provisioner.task.run.TaskHandlers;
import io.outputport.provisioner.task.run.TaskRunner;
import io.outputport.provisioner.task.run.TaskSettings;
import io.outputport.provisioner.task.run.TaskWorld;
import io.outputport.provisioner.task.store.TaskDatabase;
import io.outputport.provisioner.task.store.jdbc.JdbcTaskStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The queue on an H2 in memory, where time and execution move only when the test says so. */
public final class ManualQueue implements AutoCloseable {
    static final int LIMIT = 5;
    public static final Duration BUDGET = Duration.ofMinutes(5);

    private final SettableClock clock = new SettableClock();
    private final OpenDatabase database;
    private final ManualScheduler scheduler;
    private final TaskService service;
    private volatile boolean spare = true;

    public ManualQueue(TaskHandler... handlers) {
        this(new TaskWork(List.of(handlers), List.of()));
    }

    public ManualQueue(OpenTelemetry telemetry, TaskHandler... handlers) {
        this(new TaskWork(List.of(handlers), List.of()), telemetry);
    }

    public ManualQueue(TaskWork work) {
        this(work, OpenTelemetry.noop());
    }

    private ManualQueue(TaskWork work, OpenTelemetry telemetry) {
        clock.set(Instant.parse("2026-11-21T08:00:00Z"));
        TaskSettings settings = TaskSettings.from(Settings.of(Map.of(
                "TASK_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=0", "TASK_DB_IN_MEMORY", "true")));
        database = TaskDatabase.open(settings.database(), 4);
        TaskWorld world =
                new TaskWorld(new JdbcTaskStore(database.database()), new Draining(), clock::now, TaskMeter.NONE);
        TaskRunner runner = new TaskRunner(
                world, new TaskHandlers(work.handlers()), new RetryPolicy(BackOff.USUAL, BUDGET), () -> 0, telemetry);
        TaskExecutions executions = new TaskExecutions(world, runner, settings, work.jobs());
        scheduler = TestHelper.createManualScheduler(database.dataSource(), executions.task())
                .clock(clock)
                .startTasks(executions.recurring())
                .build();
        TaskScheduler timetable = new TaskScheduler(scheduler, executions);
        Places places = new Places(room(true), room(false), () -> spare);
        service = new TaskService(world, timetable, new DurableQueue(world, timetable, UUID::randomUUID, places));
        service.start();
    }

    private Capacity room(boolean changes) {
        return new Capacity(LIMIT, () -> new JdbcTaskStore(database.database()).unfinished(changes), Runnable::run);
    }

    /** From now on the disk has no more room than what is accepted already may need. */
    void fillDisk() {
        spare = false;
    }

    public DurableQueue queue() {
        return service.queue();
    }

    public TaskService service() {
        return service;
    }

    public TaskToken accepted(Operation operation, String component) {
        return accepted(operation, component, "{}");
    }

    public TaskToken accepted(Operation operation, String component, String request) {
        return ((Acceptance.Accepted) queue().submit(new Submission(operation, component, request))).token();
    }

    public TaskToken accepted() {
        return accepted(Operation.PROVISION, "component-" + UUID.randomUUID());
    }

    public TaskReport report(TaskToken token) {
        return queue().find(token).orElseThrow();
    }

    public void run() {
        scheduler.runAnyDueExecutions();
    }

    public void runAfter(Duration wait) {
        clock.tick(wait);
        run();
    }

    public void sql(String statement) {
        try (Connection connection = database.dataSource().getConnection();
                Statement sent = connection.createStatement()) {
            sent.execute(statement);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
