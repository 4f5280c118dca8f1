package io.outputport.foundation.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Told of every step as it is taken; the lines become the log of the task's status. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (severity, phase, sentence) -> {};

    /**
     * @param phase the step's short name, the same in every run, for example {@code hasura}
     * @param sentence what happened, in words for a data-product developer; never a secret
     */
    void report(Severity severity, String phase, String sentence);

    /** Told before the first step that changes another system: from here on something may be left half-done. */
    default void beginChanges() {}

    /** Whether the work goes on after it waited for its turn, so that its first steps are taken already. */
    default boolean isContinued() {
        return false;
    }

    /**
     * When the work was asked for. What other systems held after that moment, and before now, is new enough for it. Empty
     * where only what they hold now is, as after a failure.
     */
    default Optional<Instant> askedAt() {
        return Optional.empty();
    }

    /**
     * How long the work may still wait for its turn somewhere; zero or less when it should give up and say why. Empty where
     * nobody counts.
     */
    default Optional<Duration> timeLeft() {
        return Optional.empty();
    }

    /** Whether who asked for the work has asked to stop it. Looked at between steps, where stopping does no harm. */
    default boolean isStopWished() {
        return false;
    }

    /** Whether a call that takes long need not be waited for any more: what it does is carried to its end without us. */
    default boolean isWaitUnwelcome() {
        return isStopWished();
    }
}
