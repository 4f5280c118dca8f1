package io.outputport.provisioner.sharing.descriptor;

import io.outputport.provisioner.descriptor.model.Located;
import java.util.List;

/**
 * A table that a port shares.
 *
 * @param storage the name that the operator gave to a root; never an address
 * @param path below that root
 * @param historyShared whether earlier versions and changes may be read
 * @param filters of partitions; a row is shared when all of them are met
 */
public record WantedTable(
        Located<String> name,
        Located<String> storage,
        Located<String> path,
        boolean historyShared,
        List<PartitionFilter> filters) {
    public WantedTable {
        filters = List.copyOf(filters);
    }

    /**
     * Only the partitions of one value.
     *
     * @param value a text, in which {@code {recipient.x}} stands for the property x of whoever asks
     */
    public record PartitionFilter(Located<String> column, String value) {}
}
