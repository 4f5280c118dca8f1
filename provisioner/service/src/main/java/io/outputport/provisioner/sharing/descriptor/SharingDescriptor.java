package io.outputport.provisioner.sharing.descriptor;

import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import java.util.List;

/**
 * A descriptor of a Delta Sharing port.
 *
 * @param share with its place; where the descriptor leaves it out, the name it then has, at the port's own name
 * @param schema of all tables
 * @param contract the columns that consumers are promised
 */
public record SharingDescriptor(
        DataProduct product,
        Located<String> id,
        Located<String> share,
        String schema,
        List<WantedTable> tables,
        ShareLifetimes lifetimes,
        List<ContractColumn> contract)
        implements OutputPortDescriptor {
    public SharingDescriptor {
        tables = List.copyOf(tables);
        contract = List.copyOf(contract);
    }

    @Override
    public String technology() {
        return SharingNotation.NAME;
    }
}
