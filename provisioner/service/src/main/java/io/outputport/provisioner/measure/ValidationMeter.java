package io.outputport.provisioner.measure;

import io.outputport.foundation.outcome.Problem;
import java.util.List;

/** Told how descriptors are judged. */
@FunctionalInterface
public interface ValidationMeter {
    /** Counts nothing. */
    ValidationMeter NONE = (problems, notices) -> {};

    /**
     * @param problems what makes the descriptor invalid; empty when it is valid
     * @param notices what does not
     */
    void judged(List<Problem> problems, List<Problem> notices);
}
