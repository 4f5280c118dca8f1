package io.outputport.provisioner.task.run;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.retry.RetryPolicy;
import io.outputport.provisioner.task.retry.Spoken;
import io.outputport.provisioner.task.store.StartedTask;
import io.outputport.provisioner.task.store.TaskStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a task ends that did not succeed: what it left half-done is put right first, and tried again while another system
 * is in the way.
 */
final class Endings {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final Problem ASKED = Problem.of(ProblemCode.TERMINATED, "The task was stopped on request.");
    private static final ProblemCode DEADLY = new ProblemCode("task-interrupted-too-often");

    private final TaskWorld world;
    private final TaskHandlers handlers;
    private final RetryPolicy policy;
    private final DoubleSupplier chance;

    Endings(TaskWorld world, TaskHandlers handlers, RetryPolicy policy, DoubleSupplier chance) {
        this.world = world;
        this.handlers = handlers;
        this.policy = policy;
        this.chance = chance;
    }

    /** Empty when the task is to be carried out. */
    Optional<Next> due(StartedTask started, TaskLog log) {
        if (started.terminating()) {
            return Optional.of(terminate(started, List.of(ASKED), log));
        }
        if (!started.verdict().isEmpty()) {
            return Optional.of(fail(started, started.verdict(), sentences(started.verdict()), log));
        }
        return started.interruptions() < policy.interruptions()
                ? Optional.empty()
                : Optional.of(giveUp(started, deadly(policy.interruptions()), log));
    }

    private Next giveUp(StartedTask started, Problem problem, TaskLog log) {
        return fail(started, List.of(problem), problem.sentence(), log);
    }

    private static Problem deadly(int deaths) {
        return Problem.of(
                DEADLY,
                "The service stopped " + deaths + " times in the middle of this task, so it is not tried again.",
                "Its operators find in the log, and in how the process ended, what stopped it; for example too little"
                        + " memory. Then deploy again.");
    }

    Next fail(StartedTask started, List<Problem> problems, String story, TaskLog log) {
        if (log.isStopWished()) {
            log.report(Severity.WARNING, TaskLog.QUEUE, story);
            return terminate(started, problems, log);
        }
        return putRight(started, problems, log)
                .map(pause -> {
                    tellFirst(started, story, log);
                    return hold(started, problems, pause);
                })
                .orElseGet(() -> {
                    log.conclude(Severity.ERROR, story);
                    AttemptSpans.tell("failed", problems.get(0));
                    return close(started.task(), new TaskStatus.Failed(problems));
                });
    }

    Next terminate(StartedTask started, List<Problem> problems, TaskLog log) {
        return putRight(started, problems, log)
                .map(pause -> hold(started, List.of(), pause))
                .orElseGet(() -> {
                    log.conclude(Severity.INFO, ASKED.message());
                    AttemptSpans.tell("terminated");
                    return close(started.task(), new TaskStatus.Terminated());
                });
    }

    Next close(Task task, TaskStatus end) {
        Instant now = world.clock().instant();
        if (world.store().close(task.token(), end, now)) {
            count(task, end, now);
        } else {
            LOG.warn("The task had ended before: another process took it over in the meantime.");
        }
        return new Next.Finished(task.operation().changes() ? world.store().next(task.component()) : Optional.empty());
    }

    private void count(Task task, TaskStatus end, Instant now) {
        world.meter()
                .ended(
                        task.operation().name(),
                        end.getClass().getSimpleName(),
                        end.faults(),
                        Duration.between(task.acceptedAt(), now));
    }

    private static void tellFirst(StartedTask started, String story, TaskLog log) {
        if (started.verdict().isEmpty()) {
            log.report(Severity.WARNING, TaskLog.QUEUE, story);
        }
    }

    private Next hold(StartedTask started, List<Problem> verdict, Duration pause) {
        Instant now = world.clock().instant();
        Instant due = now.plus(pause);
        AttemptSpans.tell("held");
        return world.store().hold(started.task().token(), verdict, now, due)
                ? new Next.Due(due)
                : new Next.Finished(Optional.empty());
    }

    /** The pause before the next try; empty when nothing is left to put right, or it cannot be. */
    private Optional<Duration> putRight(StartedTask started, List<Problem> problems, TaskLog log) {
        // One more than it takes to fail: the try to put things right may itself be what kills the process.
        if (!log.isTouched() || started.interruptions() > policy.interruptions()) {
            return Optional.empty();
        }
        log.hasUntil(tidyingSince(started).plus(policy.patience()));
        return abandon(started.task(), problems, log)
                .match(
                        done -> Optional.empty(),
                        (after, problem) -> again(started, after, problem, log),
                        (after, problem) -> turn(after, problem, log),
                        refused -> notPutRight(refused.get(0), log),
                        asked -> notPutRight(asked, log));
    }

    private Outcome<?> abandon(Task task, List<Problem> problems, TaskLog log) {
        try {
            return handlers.abandon(task, problems, log);
        } catch (TaskStoreException unavailable) {
            throw unavailable;
        } catch (RuntimeException | Error bug) {
            LOG.error("The handler of {} could not tidy up.", task.operation(), bug);
            return Outcome.done(task);
        }
    }

    private Instant tidyingSince(StartedTask started) {
        return started.tidyingSince().orElseGet(world.clock()::instant);
    }

    /** Waiting for its turn at another system is no try that failed; but it has an end as well. */
    private static Optional<Duration> turn(Duration after, Problem problem, TaskLog log) {
        Duration left = log.timeLeft().orElse(after);
        if (left.isZero() || left.isNegative()) {
            tell(problem, " Gave up.", log);
            return Optional.empty();
        }
        return Optional.of(left.compareTo(after) < 0 ? left : after);
    }

    private Optional<Duration> again(StartedTask started, Duration after, Problem problem, TaskLog log) {
        Duration since = Duration.between(tidyingSince(started), world.clock().instant());
        Optional<Duration> pause = world.draining().hasBegun()
                ? Optional.of(Duration.ZERO)
                : policy.pauseOfTidyingUp(started.task().attempt(), after, since, chance.getAsDouble());
        pause.ifPresent(wait -> world.meter().retried(started.task().operation().name(), problem.code()));
        tell(
                problem,
                pause.map(wait -> " Trying again in " + Spoken.words(wait) + ".")
                        .orElse(" Gave up."),
                log);
        return pause;
    }

    private static Optional<Duration> notPutRight(Problem problem, TaskLog log) {
        tell(problem, "", log);
        return Optional.empty();
    }

    private static void tell(Problem problem, String next, TaskLog log) {
        log.report(
                Severity.WARNING,
                TaskLog.QUEUE,
                "What this task left half-done could not be put right: " + problem.sentence() + next);
    }

    private static String sentences(List<Problem> problems) {
        return problems.stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }
}
