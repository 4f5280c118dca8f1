package io.outputport.provisioner.hasura.descriptor;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;

/**
 * A descriptor of a port on Hasura.
 *
 * @param source the output port of the same data product that it is served from
 * @param table of the source, as the descriptor names it
 */
public record HasuraDescriptor(DataProduct product, HasuraOutputPort port, SourceOutputPort source, SourceTable table)
        implements OutputPortDescriptor {
    @Override
    public String technology() {
        return HasuraNotation.NAME;
    }

    @Override
    public Located<String> id() {
        return port.id();
    }
}
