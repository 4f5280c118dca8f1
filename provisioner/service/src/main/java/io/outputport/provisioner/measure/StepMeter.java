package io.outputport.provisioner.measure;

import java.time.Duration;

/** Told how the steps of plans go. */
@FunctionalInterface
public interface StepMeter {
    /** Counts nothing. */
    StepMeter NONE = (step, outcome, length) -> {};

    /**
     * @param step the step's short name in logs
     * @param outcome {@code changed}, {@code unchanged}, {@code waiting}, {@code later} or {@code stopped}
     */
    void taken(String step, String outcome, Duration length);
}
