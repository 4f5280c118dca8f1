package io.outputport.provisioner.hasura.descriptor;

import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.Located;
import java.util.List;
import java.util.Optional;

/**
 * The component that is to be provisioned.
 *
 * @param allowAggregations {@code specific.allowAggregations}, when it says something
 * @param renameColumns {@code specific.renameColumns}: whether consumers of a port that was taken over get the contract's
 *     names of its columns
 * @param contract the columns consumers are promised; empty when the contract lists none
 */
public record HasuraOutputPort(
        Located<String> id,
        Located<String> name,
        Optional<String> description,
        RootFields fields,
        Optional<Boolean> allowAggregations,
        boolean renameColumns,
        List<ContractColumn> contract) {
    public HasuraOutputPort {
        contract = List.copyOf(contract);
    }

    /** The same port with another contract. */
    public HasuraOutputPort promising(List<ContractColumn> other) {
        return new HasuraOutputPort(id, name, description, fields, allowAggregations, renameColumns, other);
    }
}
