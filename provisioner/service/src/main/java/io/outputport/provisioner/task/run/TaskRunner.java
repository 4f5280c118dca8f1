package io.outputport.provisioner.task.run;

import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Severity;
import io.outputport.foundation.trace.Phase;
import io.outputport.provisioner.measure.TaskMeter;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.retry.RetryPolicy;
import io.outputport.provisioner.task.retry.Spoken;
import io.outputport.provisioner.task.store.StartedTask;
import io.outputport.provisioner.task.store.TaskStore;
import io.outputport.provisioner.task.store.TaskStoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs one attempt of one task and writes down what came of it. */
public final class TaskRunner {
    static final ProblemCode INTERNAL_ERROR = new ProblemCode("task-internal-error");

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final Problem BUG = Problem.of(
            INTERNAL_ERROR,
            "The provisioner made an error of its own while it carried out this task.",
            "Its operators find the cause in the service's log under this task's token.");

    private final TaskStore store;
    private final TaskHandlers handlers;
    private final RetryPolicy policy;
    private final Draining draining;
    private final InstantSource clock;
    private final TaskMeter meter;
    private final DoubleSupplier chance;
    private final Endings endings;
    private final AttemptSpans spans;

    /** Runs that nobody traces. */
    public TaskRunner(TaskWorld world, TaskHandlers handlers, RetryPolicy policy, DoubleSupplier chance) {
        this(world, handlers, policy, chance, OpenTelemetry.noop());
    }

    /** @param chance numbers from 0 to 1 that spread the retries */
    public TaskRunner(
            TaskWorld world,
            TaskHandlers handlers,
            RetryPolicy policy,
            DoubleSupplier chance,
            OpenTelemetry telemetry) {
        this.store = world.store();
        this.draining = world.draining();
        this.clock = world.clock();
        this.meter = world.meter();
        this.handlers = handlers;
        this.policy = policy;
        this.chance = chance;
        this.endings = new Endings(world, handlers, policy, chance);
        this.spans = new AttemptSpans(telemetry, clock);
    }

    /** A {@link TaskStoreException} means that the attempt counts for nothing and has to be made again. */
    public Next run(TaskToken token) {
        if (draining.hasBegun()) {
            return new Next.Due(clock.instant());
        }
        return store.begin(token, clock.instant())
                .map(this::inContext)
                .orElseGet(() -> new Next.Finished(Optional.empty()));
    }

    @SuppressWarnings("try") // They are there to be closed.
    private Next inContext(StartedTask started) {
        Task task = started.task();
        try (MDC.MDCCloseable token = MDC.putCloseable("token", task.token().toString());
                MDC.MDCCloseable operation =
                        MDC.putCloseable("operation", task.operation().name());
                MDC.MDCCloseable component = MDC.putCloseable("component", task.component());
                Phase phase = Phase.of(TaskLog.QUEUE)) {
            return spans.around(started, () -> attempt(started));
        }
    }

    private Next attempt(StartedTask started) {
        Task task = started.task();
        TaskLog log = new TaskLog(store, started, clock);
        log.hasUntil(started.firstStart().plus(policy.patience()));
        if (started.interrupted()) {
            log.report(Severity.INFO, TaskLog.QUEUE, "The service stopped in the middle of this task; taken up again.");
        }
        return rest(started, log)
                // One that goes on decides itself where it can stop.
                .or(() -> started.continued() ? Optional.empty() : endings.due(started, log))
                .orElseGet(() -> carryOut(task, log)
                        .map(outcome -> follow(started, outcome, log))
                        .orElseGet(() -> handOver(task, log)));
    }

    /** After the second death, with a growing pause: other tasks that only ran beside it get through meanwhile. */
    private Optional<Next> rest(StartedTask started, TaskLog log) {
        int deaths = started.interruptions();
        if (!started.interrupted() || deaths < 2 || deaths >= policy.interruptions()) {
            return Optional.empty();
        }
        Duration pause = policy.backOff().pause(deaths - 1, Duration.ZERO, chance.getAsDouble());
        Instant due = clock.instant().plus(pause);
        log.report(
                Severity.WARNING,
                TaskLog.QUEUE,
                "That was the " + deaths + ". time. Trying again in " + Spoken.words(pause) + ".");
        AttemptSpans.tell("resting");
        return store.postpone(started.task().token(), due) ? Optional.of(new Next.Due(due)) : Optional.empty();
    }

    /** Due at once for whoever goes on; not counted as a death. */
    private Next handOver(Task task, TaskLog log) {
        Instant now = clock.instant();
        log.report(Severity.INFO, TaskLog.QUEUE, "The service stops; the task goes on elsewhere or at the next start.");
        AttemptSpans.tell("handed over");
        store.postpone(task.token(), now);
        return new Next.Due(now);
    }

    /** Empty when the stop of the service broke it off. */
    private Optional<Outcome<TaskResult>> carryOut(Task task, TaskLog log) {
        try {
            Outcome<TaskResult> outcome =
                    Objects.requireNonNull(handlers.handle(task, log), "a handler answered nothing");
            // The stop itself may be why a call got no answer.
            return Optional.of(outcome).filter(it -> !(isForNow(it) && draining.hasBegun()));
        } catch (TaskStoreException unavailable) {
            throw unavailable;
        } catch (RuntimeException | Error bug) {
            if (draining.hasBegun()) {
                return Optional.empty();
            }
            // Errors too: a task whose handler cannot even be loaded would else come back for ever.
            LOG.error("The handler of {} threw an exception.", task.operation(), bug);
            return Optional.of(Outcome.stopped(BUG));
        }
    }

    private static boolean isForNow(Outcome<?> outcome) {
        return outcome.match(done -> false, (after, problem) -> true, stopped -> false);
    }

    private Next follow(StartedTask started, Outcome<TaskResult> outcome, TaskLog log) {
        Task task = started.task();
        Duration age = Duration.between(started.firstStart(), clock.instant());
        return policy.judge(outcome, task.attempt(), age, chance.getAsDouble())
                .match(
                        result -> complete(task, result),
                        (pause, problem) -> await(task, pause, problem, log),
                        (pause, problem) -> postpone(started, pause, problem, log),
                        (problems, story) -> endings.fail(started, problems, story, log));
    }

    private Next complete(Task task, TaskResult result) {
        AttemptSpans.tell("completed");
        return endings.close(task, new TaskStatus.Completed(result));
    }

    private Next postpone(StartedTask started, Duration pause, Problem problem, TaskLog log) {
        Instant due = clock.instant().plus(pause);
        meter.retried(started.task().operation().name(), problem.code());
        log.report(
                Severity.WARNING, TaskLog.QUEUE, problem.sentence() + " Trying again in " + Spoken.words(pause) + ".");
        AttemptSpans.tell("later", problem);
        return store.postpone(started.task().token(), due)
                ? new Next.Due(due)
                : endings.terminate(started, List.of(problem), log);
    }

    /** It is not its turn yet: nothing failed, so no attempt is counted and nobody is warned. The time counts. */
    private Next await(Task task, Duration pause, Problem turn, TaskLog log) {
        Instant now = clock.instant();
        Instant due = now.plus(pause);
        log.report(Severity.INFO, TaskLog.QUEUE, turn.message());
        AttemptSpans.tell("waiting");
        return store.await(task.token(), now, due) ? new Next.Due(due) : new Next.Finished(Optional.empty());
    }
}
