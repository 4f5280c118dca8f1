package io.outputport.provisioner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.descriptor.model.SourceTable;

/**
 * How a port stood in Hasura when it was last carried out. A later look at Hasura is compared with it. It holds names
 * only, no secret, so that it can be kept.
 *
 * @param source the name of the source in Hasura
 * @param tableName as Hasura names the table
 * @param table the view or table with its exact names
 */
public record ServedPort(String source, JsonNode tableName, SourceTable table, PortEntry entry) {
    public String role() {
        return entry.role();
    }

    /** For people: {@code schema.table}. */
    public String shownTable() {
        return table.schema() + "." + table.name();
    }
}
