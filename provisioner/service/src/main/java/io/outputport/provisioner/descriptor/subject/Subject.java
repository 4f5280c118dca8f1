package io.outputport.provisioner.descriptor.subject;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.parse.ComponentDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * What the rules judge. A rule that needs a part that could not be read finds it empty and stays silent: another rule
 * names what is missing.
 *
 * @param product when all of it that names depend on could be read
 * @param port the component that is meant, when it is one that we serve
 * @param environment the only one whose descriptors are accepted, if there is such a one
 * @param notations of the kinds of ports that are served here
 */
public record Subject(
        ComponentDescriptor descriptor,
        Optional<DataProduct> product,
        Optional<Component> port,
        Optional<String> environment,
        List<PortNotation> notations) {

    public static Subject of(
            ComponentDescriptor descriptor, Optional<String> environment, List<PortNotation> notations) {
        Optional<Component> served = descriptor
                .component()
                .filter(component ->
                        ServedComponents.notation(component, notations).isPresent());
        return new Subject(descriptor, descriptor.product(), served, environment, notations);
    }

    /** What the port is written in; empty when there is no port that we serve. */
    public Optional<PortNotation> notation() {
        return port.flatMap(component -> ServedComponents.notation(component, notations));
    }
}
