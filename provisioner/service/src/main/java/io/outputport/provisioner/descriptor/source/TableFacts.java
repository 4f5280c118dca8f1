package io.outputport.provisioner.descriptor.source;

import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.List;

/**
 * What the source database says of a table or view.
 *
 * @param table its exact names
 * @param primaryKey the names of the key's columns in their order; empty for a view
 */
public record TableFacts(SourceTable table, boolean view, List<Column> columns, List<String> primaryKey) {
    public TableFacts {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
    }

    /**
     * @param type as the database names it, for example {@code timestamp with time zone} or {@code NUMBER}
     */
    public record Column(String name, String type, boolean nullable) {}
}
