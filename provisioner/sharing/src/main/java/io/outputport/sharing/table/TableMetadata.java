package io.outputport.sharing.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a table is, as its log says.
 *
 * @param schema in Delta's JSON
 * @param partitionColumns in the order of the log
 * @param configuration the table's properties
 */
public record TableMetadata(
        String id,
        Optional<String> name,
        Optional<String> description,
        String schema,
        List<String> partitionColumns,
        Map<String, String> configuration) {
    public TableMetadata {
        partitionColumns = List.copyOf(partitionColumns);
        configuration = Map.copyOf(configuration);
    }
}
