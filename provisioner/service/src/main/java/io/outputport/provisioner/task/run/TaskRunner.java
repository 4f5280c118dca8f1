package io.outputport.provisioner.task.run;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import io.outputport.provisioner.outcome.Severity;
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
final class TaskRunner {
    static final ProblemCode INTERNAL_ERROR = new ProblemCode("task-internal-error");

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final Problem BUG = Problem.of(
            INTERNAL_ERROR,
            "The provisioner made an error of its own while it carried out this task.",
            "Its operators find the cause in the service's log under this task's token.");

    private static final Problem ASKED = Problem.of(ProblemCode.TERMINATED, "The task was stopped on request.");

    private final TaskStore store;
    private final TaskHandlers handlers;
    private final RetryPolicy policy;
    private final Draining draining;
    private final InstantSource clock;
    private final DoubleSupplier chance;

    /** @param chance numbers from 0 to 1 that spread the retries */
    TaskRunner(TaskWorld world, TaskHandlers handlers, RetryPolicy policy, DoubleSupplier chance) {
        this.store = world.store();
        this.draining = world.draining();
        this.clock = world.clock();
        this.handlers = handlers;
        this.policy = policy;
        this.chance = chance;
    }

    /** A {@link TaskStoreException} means that the attempt counts for nothing and has to be made again. */
    Next run(TaskToken token) {
        if (draining.hasBegun()) {
            return new Next.Again(clock.instant());
        }
        return store.begin(token, clock.instant())
                .map(this::inContext)
                .orElseGet(() -> new Next.Over(Optional.empty()));
    }

    @SuppressWarnings("try") // The three are there to be closed.
    private Next inContext(StartedTask started) {
        Task task = started.task();
        try (MDC.MDCCloseable token = MDC.putCloseable("token", task.token().toString());
                MDC.MDCCloseable operation =
                        MDC.putCloseable("operation", task.operation().name());
                MDC.MDCCloseable component = MDC.putCloseable("component", task.component())) {
            return attempt(started);
        }
    }

    private Next attempt(StartedTask started) {
        Task task = started.task();
        TaskLog log = started.continued()
                ? TaskLog.continued(store, task.token(), clock)
                : new TaskLog(store, task.token(), started.logged(), clock);
        if (started.interrupted()) {
            log.report(Severity.INFO, TaskLog.QUEUE, "The service stopped in the middle of this task; taken up again.");
        }
        // One that goes on decides itself where it can stop.
        if (started.terminating() && !started.continued()) {
            return terminate(task, List.of(ASKED), log);
        }
        return carryOut(task, log)
                .map(outcome -> follow(started, outcome, log))
                .orElseGet(() -> new Next.Again(clock.instant()));
    }

    /** Empty when the stop of the service broke it off. */
    private Optional<Outcome<TaskResult>> carryOut(Task task, TaskLog log) {
        try {
            return Optional.of(Objects.requireNonNull(handlers.handle(task, log), "a handler answered nothing"));
        } catch (TaskStoreException unavailable) {
            throw unavailable;
        } catch (RuntimeException | Error bug) {
            if (draining.hasBegun()) {
                LOG.info("A task was broken off by the stop of the service; it is taken up again at the next start.");
                return Optional.empty();
            }
            // Errors too: a task whose handler cannot even be loaded would else come back for ever.
            LOG.error("The handler of {} threw an exception.", task.operation(), bug);
            return Optional.of(Outcome.stopped(BUG));
        }
    }

    private Next follow(StartedTask started, Outcome<TaskResult> outcome, TaskLog log) {
        Task task = started.task();
        if (outcome instanceof Outcome.Later<TaskResult> later
                && later.problem().code().equals(ProblemCode.WAITING)) {
            return await(task, later, log);
        }
        Duration age = Duration.between(started.firstStart(), clock.instant());
        return policy.judge(outcome, task.attempt(), age, chance.getAsDouble())
                .match(
                        result -> close(task, new TaskStatus.Completed(result)),
                        (pause, problem) -> postpone(task, pause, problem, log),
                        (problems, story) -> fail(task, problems, story, log));
    }

    private Next postpone(Task task, Duration pause, Problem problem, TaskLog log) {
        Instant due = clock.instant().plus(pause);
        log.report(
                Severity.WARNING, TaskLog.QUEUE, problem.sentence() + " Trying again in " + Spoken.words(pause) + ".");
        return store.postpone(task.token(), due) ? new Next.Again(due) : terminate(task, List.of(problem), log);
    }

    /** It is not its turn yet: nothing failed, so nothing is counted and nobody is warned. */
    private Next await(Task task, Outcome.Later<TaskResult> turn, TaskLog log) {
        Instant now = clock.instant();
        Instant due = now.plus(turn.after());
        log.report(Severity.INFO, TaskLog.QUEUE, turn.problem().message());
        return store.await(task.token(), now, due) ? new Next.Again(due) : new Next.Over(Optional.empty());
    }

    private Next fail(Task task, List<Problem> problems, String story, TaskLog log) {
        if (store.isTerminating(task.token())) {
            log.report(Severity.WARNING, TaskLog.QUEUE, story);
            return terminate(task, problems, log);
        }
        abandon(task, problems, log);
        log.conclude(Severity.ERROR, story);
        return close(task, new TaskStatus.Failed(problems));
    }

    private Next terminate(Task task, List<Problem> problems, TaskLog log) {
        abandon(task, problems, log);
        log.conclude(Severity.INFO, ASKED.message());
        return close(task, new TaskStatus.Terminated());
    }

    private void abandon(Task task, List<Problem> problems, TaskLog log) {
        try {
            handlers.abandon(task, problems, log);
        } catch (TaskStoreException unavailable) {
            throw unavailable;
        } catch (RuntimeException | Error bug) {
            LOG.error("The handler of {} could not tidy up.", task.operation(), bug);
        }
    }

    private Next close(Task task, TaskStatus end) {
        if (!store.close(task.token(), end, clock.instant())) {
            LOG.warn("The task had ended before: another process took it over in the meantime.");
        }
        return new Next.Over(task.operation().changes() ? store.next(task.component()) : Optional.empty());
    }
}
