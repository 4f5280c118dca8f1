package io.outputport.provisioner.descriptor.validate;

import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.model.RemovalDescriptor;
import io.outputport.provisioner.descriptor.naming.Naming;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.parse.ComponentDescriptor;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.descriptor.tree.DescriptorText;
import io.outputport.provisioner.descriptor.tree.Excerpt;
import io.outputport.provisioner.descriptor.tree.Field;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a descriptor and judges it by everything that needs no look at the outside. */
public final class DescriptorCheck {
    private final DescriptorLimits limits;
    private final Optional<String> environment;
    private final List<SourceNaming> technologies;

    /**
     * @param environment the only environment whose descriptors are accepted, if there is such a one
     * @param technologies the kinds of sources; the first that feels meant is taken
     */
    public DescriptorCheck(
            DescriptorLimits limits, Optional<String> environment, List<? extends SourceNaming> technologies) {
        this.limits = limits;
        this.environment = environment;
        this.technologies = List.copyOf(technologies);
    }

    /**
     * Everything static that is wrong with a COMPONENT_DESCRIPTOR, in the order of its text; done when nothing is.
     *
     * @param descriptorKind the request's {@code descriptorKind}
     * @param text YAML or JSON
     */
    public Outcome<OutputPortDescriptor> check(String descriptorKind, String text) {
        Optional<Problem> kind = kindProblem(descriptorKind);
        return kind.isPresent()
                ? Outcome.stopped(kind.get())
                : DescriptorText.read(text, limits).then(this::judge);
    }

    /**
     * For unprovision and updateacl: needs only readable text with {@code componentIdToProvision}, so that an output
     * port that was renamed, or whose descriptor no longer holds to the rules, can still be removed.
     */
    public Outcome<RemovalDescriptor> identify(String text) {
        return DescriptorText.read(text, limits).then(this::identify);
    }

    /**
     * Equal for texts that ask for the same port from the same source, however they are laid out; a text that cannot be
     * read stands for itself.
     */
    public String fingerprint(String text) {
        return DescriptorText.read(text, limits)
                .match(root -> new ComponentDescriptor(root).fingerprint(), (after, problem) -> text, problems -> text);
    }

    private Outcome<OutputPortDescriptor> judge(Field root) {
        Subject subject = Subject.of(new ComponentDescriptor(root), environment, technologies);
        List<Problem> problems = Rules.check(subject);
        return problems.isEmpty() ? subject.accepted() : Outcome.stopped(problems);
    }

    private Outcome<RemovalDescriptor> identify(Field root) {
        ComponentDescriptor descriptor = new ComponentDescriptor(root);
        Field id = descriptor.componentId();
        List<Problem> problems = new RequiredText(root, "componentIdToProvision")
                .problem("Write the id of the component.")
                .map(List::of)
                .orElseGet(() -> IdentifierRules.characters(id).toList());
        if (!problems.isEmpty()) {
            return Outcome.stopped(problems);
        }
        // As the component itself writes it, so that all operations of a component use one spelling of its URN.
        Optional<Located<String>> written =
                descriptor.component().map(Component::id).flatMap(Field::text);
        String component = written.or(id::text).orElseThrow().value();
        return Outcome.done(removal(component, descriptor));
    }

    private static RemovalDescriptor removal(String component, ComponentDescriptor descriptor) {
        Optional<Set<String>> prefixes = descriptor
                .product()
                .flatMap(product -> descriptor
                        .component()
                        .flatMap(port -> port.name().text())
                        .filter(name ->
                                IdentifierRules.prefixParts(product, name).isEmpty())
                        .map(name -> Naming.prefixes(product, name.value())));
        return new RemovalDescriptor(
                component,
                prefixes.map(all -> Naming.roleId(all.iterator().next())),
                prefixes.orElseGet(Set::of),
                descriptor.product());
    }

    private static Optional<Problem> kindProblem(String kind) {
        return switch (kind) {
            case "COMPONENT_DESCRIPTOR" -> Optional.empty();
            case "DATAPRODUCT_DESCRIPTOR", "DATAPRODUCT_DESCRIPTOR_WITH_RESULTS" ->
                Optional.of(refused("This provisioner serves components, not whole data products (" + kind + ")."));
            default -> Optional.of(refused("The descriptorKind " + Excerpt.quoted(kind) + " is not known."));
        };
    }

    private static Problem refused(String message) {
        return Problem.of(DescriptorProblems.KIND, message, "Send a COMPONENT_DESCRIPTOR of a Hasura output port.");
    }
}
