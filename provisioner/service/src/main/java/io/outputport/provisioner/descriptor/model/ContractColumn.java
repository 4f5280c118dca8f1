package io.outputport.provisioner.descriptor.model;

import java.util.List;
import java.util.Optional;

/**
 * A column of a data contract ({@code dataContract.schema}, OpenMetadata's column).
 *
 * @param dataType as written, for example {@code TEXT}
 * @param constraint as written, for example {@code PRIMARY_KEY}
 * @param tags the {@code tagFQN} of each tag
 */
public record ContractColumn(
        Located<String> name,
        Optional<String> dataType,
        Optional<String> constraint,
        List<String> tags,
        Optional<String> description) {
    public ContractColumn {
        tags = List.copyOf(tags);
    }
}
