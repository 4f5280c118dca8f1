package io.outputport.provisioner.descriptor.rule;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.model.RemovalDescriptor;
import io.outputport.provisioner.descriptor.parse.DescriptorText;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.descriptor.subject.DescriptorProblems;
import io.outputport.provisioner.descriptor.subject.OperatorRules;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a descriptor and judges it by everything that needs no look at the outside. */
public final class DescriptorCheck {
    private static final String COMPONENT = "COMPONENT_DESCRIPTOR";

    private final DescriptorLimits limits;
    private final OperatorRules operator;
    private final List<SourceNaming> technologies;
    private final ReadingCapacity capacity;

    /**
     * @param operator what the operators of this provisioner accept
     * @param technologies the kinds of sources; the first that feels meant is taken
     */
    public DescriptorCheck(DescriptorLimits limits, OperatorRules operator, List<? extends SourceNaming> technologies) {
        this(limits, operator, technologies, ReadingCapacity.UNBOUNDED);
    }

    /** For whoever reads many at once. */
    public DescriptorCheck(
            DescriptorLimits limits,
            OperatorRules operator,
            List<? extends SourceNaming> technologies,
            ReadingCapacity capacity) {
        this.limits = limits;
        this.operator = operator;
        this.technologies = List.copyOf(technologies);
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
                        .then(root -> use.apply(new DescriptorReading(root, operator, technologies))));
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
                Optional.of("Send a " + COMPONENT + " of a Hasura output port."));
    }
}
