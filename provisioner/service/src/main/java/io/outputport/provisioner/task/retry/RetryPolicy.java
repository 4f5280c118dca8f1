package io.outputport.provisioner.task.retry;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.task.TaskResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When to try again, and when to give up.
 *
 * @param budget how long after its first start a task may still begin an attempt; what it waited for its turn counts
 * @param attempts how many it may begin at most
 * @param interruptions in how many the process may die before the task is given up
 */
public record RetryPolicy(BackOff backOff, Duration budget, int attempts, int interruptions) {
    /** So many deaths of the process in one task are no chance: it would take the service down for ever. */
    public static final int USUAL_INTERRUPTIONS = 10;

    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
    /** A turn takes a moment, also where nothing is to be tried again. */
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(10);

    /** As many attempts as the budget has time for. */
    public RetryPolicy(BackOff backOff, Duration budget) {
        this(backOff, budget, Integer.MAX_VALUE, USUAL_INTERRUPTIONS);
    }

    /** How long a task may wait for its turn at another system. */
    public Duration patience() {
        return budget.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : budget;
    }

    /**
     * What becomes of a task whose attempt ended like this.
     *
     * @param attempt the one that just ended, counted from 1
     * @param age the time since the first attempt began
     * @param chance from 0 to 1, spreads the retries
     */
    public Decision judge(Outcome<TaskResult> outcome, int attempt, Duration age, double chance) {
        return outcome.match(
                Decision.Complete::new,
                (after, problem) -> again(after, problem, attempt, age, chance),
                Decision.Wait::new,
                problems -> new Decision.Fail(problems, sentences(problems)),
                problem -> new Decision.Fail(List.of(problem), problem.sentence()));
    }

    /**
     * How long to wait before the next try to put right what a task left half-done; empty when the budget is used up.
     * Its own budget, as the task may have used up that of its work; the number of tries does not count.
     *
     * @param since how long it has been tried
     */
    public Optional<Duration> pauseOfTidyingUp(int attempt, Duration after, Duration since, double chance) {
        if (after.compareTo(budget) > 0) {
            return Optional.empty();
        }
        Duration pause = backOff.pause(attempt, after, chance);
        return Optional.of(pause).filter(wait -> since.plus(wait).compareTo(budget) <= 0);
    }

    private Decision again(Duration after, Problem problem, int attempt, Duration age, double chance) {
        // Compared first, so that no answer of another system, however long, overflows the arithmetic.
        if (attempt < attempts && after.compareTo(budget) <= 0) {
            Duration pause = backOff.pause(attempt, after, chance);
            if (age.plus(pause).compareTo(budget) <= 0) {
                return new Decision.Retry(pause, problem);
            }
        }
        return new Decision.Fail(List.of(problem), "Gave up after " + tries(attempt, age) + ". " + problem.sentence());
    }

    private static String tries(int attempt, Duration age) {
        if (attempt > 1) {
            return attempt + " attempts in " + Spoken.words(age);
        }
        return age.compareTo(WORTH_TELLING) < 0 ? "one attempt" : "one attempt in " + Spoken.words(age);
    }

    private static String sentences(List<Problem> problems) {
        return problems.stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }
}
