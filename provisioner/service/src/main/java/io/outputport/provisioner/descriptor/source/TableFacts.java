package io.outputport.provisioner.descriptor.source;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.type.ColumnType;
import java.util.List;
import java.util.Optional;

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

    /** @param comment what the database's owner wrote about it */
    public record Column(String name, ColumnType type, boolean nullable, Optional<String> comment) {}
}
