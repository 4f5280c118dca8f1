package io.outputport.provisioner.task.run;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.provisioner.task.retry.RetryPolicy;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.time.Duration;

/**
 * How the queue behaves.
 *
 * @param parallel how many tasks run at once in this process
 * @param limits how many unfinished tasks there may be
 * @param retryBudget how long after its first start a task may still begin an attempt
 * @param retryAttempts how many attempts it may begin at most
 * @param interruptions in how many attempts of a task the process may die before it is given up
 * @param takeoverAfter how soon after the death of its process a task runs again elsewhere
 * @param shutdownGrace how long running tasks may go on when the service is told to stop
 * @param keeping what is kept of finished tasks
 */
public record TaskSettings(
        DatabaseSettings database,
        int parallel,
        Limits limits,
        Duration retryBudget,
        int retryAttempts,
        int interruptions,
        Duration takeoverAfter,
        Duration shutdownGrace,
        Keeping keeping) {
    /** Below it, a pause of the garbage collector would pass for a death. */
    private static final Duration SHORTEST_TAKEOVER = Duration.ofSeconds(2);

    private static final int LEAST_RESULT_SIZE = 1024 * 1024;
    /** With what an H2 file needs beside it, this fits into the volume that the chart asks for. */
    private static final int DEFAULT_RESULT_SIZE = 256 * 1024 * 1024;

    /**
     * Each kind of work has its own, so that whoever only looks takes no place from those who change something.
     *
     * @param changes of tasks that change something
     * @param reads of validations and reverse provisionings
     */
    public record Limits(int changes, int reads) {}

    /**
     * How long the result of a finished task can be read, and how many bytes all of them together keep.
     *
     * @param reads of validations and reverse provisionings
     */
    public record Keeping(Duration changes, Duration reads, int bytes) {}

    public static TaskSettings from(Settings settings) {
        Duration takeoverAfter = settings.duration("TAKEOVER_AFTER", Duration.ofSeconds(30));
        if (takeoverAfter.compareTo(SHORTEST_TAKEOVER) < 0) {
            throw new SettingsException("TAKEOVER_AFTER must be at least 2s.");
        }
        return new TaskSettings(
                TaskDatabase.settings(settings),
                settings.number("PARALLEL_TASKS", 8, 1, 200),
                new Limits(
                        settings.number("QUEUE_LIMIT", 10_000, 1, 1_000_000),
                        settings.number("READ_QUEUE_LIMIT", 100, 1, 100_000)),
                settings.duration("RETRY_BUDGET", Duration.ofMinutes(30)),
                settings.number("RETRY_ATTEMPTS", 100, 1, 100_000),
                settings.number("INTERRUPTION_LIMIT", RetryPolicy.USUAL_INTERRUPTIONS, 1, 1000),
                takeoverAfter,
                // Shorter than the 30 seconds that Kubernetes gives a pod to end.
                shutdownGrace(settings),
                keeping(settings));
    }

    private static Keeping keeping(Settings settings) {
        Duration results = settings.duration("RESULT_RETENTION", Duration.ofDays(30));
        Duration reads = settings.duration("READ_RESULT_RETENTION", Duration.ofDays(1));
        return new Keeping(
                results,
                reads.compareTo(results) < 0 ? reads : results,
                settings.number("RESULT_SIZE", DEFAULT_RESULT_SIZE, LEAST_RESULT_SIZE, Integer.MAX_VALUE));
    }

    /** How long what runs may go on when the service stops. */
    public static Duration shutdownGrace(Settings settings) {
        return settings.duration("SHUTDOWN_GRACE", Duration.ofSeconds(20));
    }
}
