package io.outputport.provisioner.descriptor.subject;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.parse.Component;
import io.outputport.provisioner.descriptor.parse.ComponentDescriptor;
import io.outputport.provisioner.descriptor.source.SourceNaming;
import java.util.List;
import java.util.Optional;

/**
 * What the rules judge. A rule that needs a part that could not be read finds it empty and stays silent: another rule
 * names what is missing.
 *
 * @param product when all of it that names depend on could be read
 * @param port the component that is meant, when it is one that we serve
 * @param operator what the operators of this provisioner accept
 */
public record Subject(
        ComponentDescriptor descriptor,
        Optional<DataProduct> product,
        Optional<Component> port,
        OperatorRules operator,
        List<SourceNaming> technologies) {

    /** A source and where its data is; the table is not known as long as the product is not. */
    public record Source(SourceOutputPort port, Optional<SourceTable> table) {}

    public static Subject of(ComponentDescriptor descriptor, OperatorRules operator, List<SourceNaming> technologies) {
        Optional<Component> served = descriptor.component().filter(ServedComponents::serves);
        return new Subject(descriptor, descriptor.product(), served, operator, technologies);
    }

    /** The source of the port; empty when there is no port that we serve. */
    public Optional<Outcome<Source>> source() {
        return port.map(it -> new SourceSearch(this, it).find());
    }

    /** The whole descriptor, once no rule has found anything. */
    public Outcome<OutputPortDescriptor> accepted() {
        return source().orElseThrow()
                .map(source -> new OutputPortDescriptor(
                        product.orElseThrow(),
                        port.flatMap(Component::asHasuraOutputPort).orElseThrow(),
                        source.port(),
                        source.table().orElseThrow()));
    }
}
