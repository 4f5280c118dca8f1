package io.outputport.provisioner.flow;

import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.flow.validation.Verdict;
import java.util.List;
import java.util.ServiceLoader;

/** The static rules alone, without a system to ask and without a framework to start. */
public final class OfflineValidation {
    private final DescriptorCheck check;

    /** @param settings of which only size and environment matter */
    public OfflineValidation(Settings settings) {
        List<SourceNaming> technologies = ServiceLoader.load(SourceNaming.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        check = FlowFactory.check(settings, technologies);
    }

    public Verdict judge(String descriptor) {
        return check.check("COMPONENT_DESCRIPTOR", descriptor)
                .match(
                        valid -> new Verdict(List.of(), List.of()),
                        (after, problem) -> new Verdict(List.of(problem), List.of()),
                        problems -> new Verdict(problems, List.of()));
    }
}
