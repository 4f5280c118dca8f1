package io.outputport.provisioner.flow;

import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.subject.OfflineNotation;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import java.util.List;
import java.util.ServiceLoader;

/** The static rules alone, without a system to ask and without a framework to start. */
public final class OfflineValidation {
    private final DescriptorCheck check;

    /** @param settings of which only those of rules matter */
    public OfflineValidation(Settings settings) {
        List<PortNotation> notations = ServiceLoader.load(OfflineNotation.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(offline -> offline.of(settings))
                .toList();
        check = FlowFactory.check(settings, notations);
    }

    public ValidationOutcome judge(String descriptor) {
        return check.check("COMPONENT_DESCRIPTOR", descriptor)
                .match(
                        valid -> new ValidationOutcome(List.of(), List.of()),
                        (after, problem) -> new ValidationOutcome(List.of(problem), List.of()),
                        problems -> new ValidationOutcome(problems, List.of()));
    }
}
