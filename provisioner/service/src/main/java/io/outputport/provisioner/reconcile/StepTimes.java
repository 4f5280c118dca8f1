package io.outputport.provisioner.reconcile;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.measure.StepMeter;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.Step;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Counts steps by how they ended, with their length. */
record StepTimes(StepMeter meter) {
    Outcome<Change> around(Step step, Supplier<Outcome<Change>> work) {
        long begun = System.nanoTime();
        Outcome<Change> outcome = work.get();
        meter.taken(step.phase(), word(outcome), Duration.ofNanos(System.nanoTime() - begun));
        return outcome;
    }

    private static String word(Outcome<Change> outcome) {
        return outcome.match(
                change -> change.name().toLowerCase(Locale.ROOT),
                (after, problem) -> "later",
                (after, problem) -> "waiting",
                problems -> "stopped",
                problem -> "stopped");
    }
}
