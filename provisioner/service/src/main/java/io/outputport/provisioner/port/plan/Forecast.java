package io.outputport.provisioner.port.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a provision would do now, and what it would cost.
 *
 * @param columnsLost what consumers of today may read and those of tomorrow may not
 * @param write empty where nothing is written that others wait for
 * @param warnings sentences that the provision would log
 * @param view what consumers will see, under the names that they know; empty where it is as before
 */
public record Forecast(
        List<PlannedStep> steps,
        List<String> columnsLost,
        Optional<ExpectedWrite> write,
        List<String> warnings,
        Optional<ConsumerView> view) {
    public Forecast {
        steps = List.copyOf(steps);
        columnsLost = List.copyOf(columnsLost);
        warnings = List.copyOf(warnings);
    }
}
