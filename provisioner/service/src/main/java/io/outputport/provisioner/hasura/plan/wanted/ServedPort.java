package io.outputport.provisioner.hasura.plan.wanted;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import java.util.Map;

/**
 * How a port stood in Hasura when it was last carried out. A later look at Hasura is compared with it. It holds names
 * only, no secret, so that it can be kept.
 *
 * @param source the name of the source in Hasura
 * @param tableName as Hasura names the table
 * @param table the view or table with its exact names
 * @param keptNames see {@link ColumnChoice#kept}
 */
public record ServedPort(
        String source, JsonNode tableName, SourceTable table, PortEntry entry, Map<String, String> keptNames) {
    public ServedPort {
        keptNames = Map.copyOf(keptNames);
    }

    /** Of a port whose consumers know its columns as the contract writes them. */
    public ServedPort(String source, JsonNode tableName, SourceTable table, PortEntry entry) {
        this(source, tableName, table, entry, Map.of());
    }

    public String role() {
        return entry.role();
    }

    boolean isWhere(ServedPort other) {
        return isAt(other.source, other.tableName);
    }

    /** @param name as Hasura names the table */
    public boolean isAt(String sourceName, JsonNode name) {
        return source.equals(sourceName) && tableName.equals(name);
    }

    /** For people: {@code schema.table}. */
    public String shownTable() {
        return table.schema() + "." + table.name();
    }
}
