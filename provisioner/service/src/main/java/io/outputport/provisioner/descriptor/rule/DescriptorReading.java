package io.outputport.provisioner.descriptor.rule;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.model.RemovalDescriptor;
import io.outputport.provisioner.descriptor.naming.PortPrefix;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.parse.ComponentDescriptor;
import io.outputport.provisioner.descriptor.subject.IdentifierRules;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.descriptor.subject.RequiredText;
import io.outputport.provisioner.descriptor.subject.ServedComponents;
import io.outputport.provisioner.descriptor.subject.Subject;
import io.outputport.provisioner.descriptor.tree.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A descriptor's text that could be read: what can be told of it without reading it again. */
public final class DescriptorReading {
    private final Field root;
    private final Optional<String> environment;
    private final List<PortNotation> notations;

    DescriptorReading(Field root, Optional<String> environment, List<PortNotation> notations) {
        this.root = root;
        this.environment = environment;
        this.notations = notations;
    }

    /** Everything static that is wrong, in the order of the text; done when nothing is. */
    public Outcome<OutputPortDescriptor> check() {
        Subject subject = Subject.of(new ComponentDescriptor(root), environment, notations);
        List<Problem> problems = Rules.check(subject);
        return problems.isEmpty() ? subject.notation().orElseThrow().read(subject) : Outcome.stopped(problems);
    }

    /**
     * For unprovision and updateacl: needs only {@code componentIdToProvision}, so that an output port that was renamed,
     * or whose descriptor no longer holds to the rules, can still be removed.
     */
    public Outcome<RemovalDescriptor> identify() {
        ComponentDescriptor descriptor = new ComponentDescriptor(root);
        Field id = descriptor.componentId();
        List<Problem> problems = new RequiredText(root, "componentIdToProvision")
                .described("the id of the component")
                .map(List::of)
                .orElseGet(() -> IdentifierRules.characters(id).toList());
        if (!problems.isEmpty()) {
            return Outcome.stopped(problems);
        }
        // As the component itself writes it, so that all operations of a component use one spelling of its URN.
        Optional<Located<String>> written =
                descriptor.component().map(Component::id).flatMap(Field::text);
        String component = written.or(id::text).orElseThrow().value();
        return Outcome.done(removal(component, descriptor, notations));
    }

    /** Equal for texts that ask for the same port from the same source, however they are laid out. */
    public String fingerprint() {
        return new ComponentDescriptor(root).fingerprint();
    }

    private static RemovalDescriptor removal(
            String component, ComponentDescriptor descriptor, List<PortNotation> notations) {
        Optional<Set<String>> prefixes = descriptor
                .product()
                .flatMap(product -> descriptor
                        .component()
                        .flatMap(port -> port.name().text())
                        .filter(name ->
                                IdentifierRules.prefixParts(product, name).isEmpty())
                        .map(name -> PortPrefix.all(product, name.value())));
        return new RemovalDescriptor(
                component,
                descriptor
                        .component()
                        .flatMap(port -> ServedComponents.notation(port, notations))
                        .map(PortNotation::name),
                prefixes.orElseGet(Set::of),
                descriptor.product());
    }
}
