package io.outputport.provisioner.flow.validation;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.measure.ValidationMeter;
import java.util.List;

/**
 * What a validation says.
 *
 * @param problems what makes the descriptor invalid
 * @param notices what the outside world does not hold yet; it decides at provision
 */
public record ValidationOutcome(List<Problem> problems, List<Problem> notices) {
    public ValidationOutcome {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    public ValidationOutcome toldTo(ValidationMeter meter) {
        meter.judged(problems, notices);
        return this;
    }

    public boolean valid() {
        return problems.isEmpty();
    }
}
