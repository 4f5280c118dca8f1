package io.outputport.sharing.table;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import java.time.Duration;

/** A log that broke between two files, where an iterator has no other way to say so. */
public final class TableFailure extends RuntimeException {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final transient Problem problem;
    private final boolean passing;

    /** @param passing whether the same may work a little later */
    public TableFailure(Problem problem, boolean passing, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
        this.passing = passing;
    }

    public Problem problem() {
        return problem;
    }

    public boolean isPassing() {
        return passing;
    }

    public <T> Outcome<T> outcome() {
        return passing ? Outcome.later(PAUSE, problem) : Outcome.stopped(problem);
    }
}
