package io.outputport.provisioner.descriptor.rule;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.model.RemovalDescriptor;
import io.outputport.provisioner.descriptor.parse.DescriptorText;
import io.outputport.provisioner.descriptor.subject.DescriptorProblems;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a descriptor and judges it by everything that needs no look at the outside. */
public final class DescriptorCheck {
    private static final String COMPONENT = "COMPONENT_DESCRIPTOR";

    private final DescriptorLimits limits;
    private final Optional<String> environment;
    private final List<PortNotation> notations;
    private final ReadingCapacity capacity;

    /**
     * @param environment the only one whose descriptors are accepted, if there is such a one
     * @param notations of the kinds of ports that are served; the first is that of ports which name none
     */
    public DescriptorCheck(DescriptorLimits limits, Optional<String> environment, List<PortNotation> notations) {
        this(limits, environment, notations, ReadingCapacity.UNBOUNDED);
    }

    /** For whoever reads many at once. */
    public DescriptorCheck(
            DescriptorLimits limits,
            Optional<String> environment,
            List<PortNotation> notations,
            ReadingCapacity capacity) {
        this.limits = limits;
        this.environment = environment;
        this.notations = List.copyOf(notations);
        this.capacity = capacity;
    }

    /**
     * Everything static that is wrong with a COMPONENT_DESCRIPTOR, in the order of its text; done when nothing is.
     *
     * @param descriptorKind the request's {@code descriptorKind}
     * @param text YAML or JSON
     */
    public Outcome<OutputPortDescriptor> check(String descriptorKind, String text) {
        return read(descriptorKind, text, DescriptorReading::check);
    }

    /** See {@link DescriptorReading#identify()}. */
    public Outcome<RemovalDescriptor> identify(String text) {
        return read(text, DescriptorReading::identify);
    }

    /**
     * For whoever wants to know more than one thing of a text.
     *
     * @param use its answer must not hold the reading, which is large
     */
    public <T> Outcome<T> read(String text, Function<DescriptorReading, Outcome<T>> use) {
        return capacity.within(
                text,
                () -> DescriptorText.read(text, limits)
                        .then(root -> use.apply(new DescriptorReading(root, environment, notations))));
    }

    /** The same, of a descriptor whose kind has to be one that is served. */
    public <T> Outcome<T> read(String descriptorKind, String text, Function<DescriptorReading, Outcome<T>> use) {
        return kindProblem(descriptorKind).<Outcome<T>>map(Outcome::stopped).orElseGet(() -> read(text, use));
    }

    private static Optional<Problem> kindProblem(String kind) {
        return switch (kind) {
            case COMPONENT -> Optional.empty();
            case "DATAPRODUCT_DESCRIPTOR", "DATAPRODUCT_DESCRIPTOR_WITH_RESULTS" ->
                Optional.of(refused("This provisioner serves components, not whole data products (" + kind + ")."));
            default -> Optional.of(refused("The descriptorKind " + Excerpt.quoted(kind) + " is not known."));
        };
    }

    private static Problem refused(String message) {
        return new Problem(
                DescriptorProblems.KIND,
                message,
                Optional.of("descriptorKind"),
                Optional.empty(),
                Optional.of("Send a " + COMPONENT + " of an output port."));
    }
}
