package io.outputport.provisioner.descriptor.model;

import java.util.List;
import java.util.Optional;

/**
 * The component that is to be provisioned.
 *
 * @param allowAggregations {@code specific.allowAggregations}, when it says something
 * @param contract the columns consumers are promised; empty when the contract lists none
 */
public record HasuraOutputPort(
        Located<String> id,
        Located<String> name,
        Optional<String> description,
        RootFields fields,
        Optional<Boolean> allowAggregations,
        List<ContractColumn> contract) {
    public HasuraOutputPort {
        contract = List.copyOf(contract);
    }
}
