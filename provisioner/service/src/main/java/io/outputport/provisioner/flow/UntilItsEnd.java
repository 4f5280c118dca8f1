package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** For work that does harm when it is left half-done: the wish to stop does not reach it. */
record UntilItsEnd(Progress progress, boolean waitsToo) implements Progress {
    UntilItsEnd(Progress progress) {
        this(progress, true);
    }

    /** For work that others carry to its end when a call takes long. */
    static UntilItsEnd unlessItTakesLong(Progress progress) {
        return new UntilItsEnd(progress, false);
    }

    @Override
    public void report(Severity severity, String phase, String sentence) {
        progress.report(severity, phase, sentence);
    }

    @Override
    public void beginChanges() {
        progress.beginChanges();
    }

    @Override
    public Optional<Instant> askedAt() {
        return progress.askedAt();
    }

    @Override
    public Optional<Duration> timeLeft() {
        return progress.timeLeft();
    }

    @Override
    public boolean isContinued() {
        return progress.isContinued();
    }

    @Override
    public boolean isWaitUnwelcome() {
        return !waitsToo && progress.isStopWished();
    }
}
