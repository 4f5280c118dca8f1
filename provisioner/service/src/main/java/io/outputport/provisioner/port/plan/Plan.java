package io.outputport.provisioner.port.plan;

import java.util.List;

/**
 * Steps in their order, and what is worth telling about them.
 *
 * @param warnings sentences for the log: what consumers will not get, and why
 */
public record Plan(List<Step> steps, List<String> warnings) {
    public Plan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }
}
