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
 * @param constraints the names of its primary key and unique constraints, where Hasura takes them into its schema
 */
public record TableFacts(
        SourceTable table, boolean view, List<Column> columns, List<String> primaryKey, List<String> constraints) {
    public TableFacts {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        constraints = List.copyOf(constraints);
    }

    /** Without constraints whose names matter. */
    public TableFacts(SourceTable table, boolean view, List<Column> columns, List<String> primaryKey) {
        this(table, view, columns, primaryKey, List.of());
    }

    /** The same in a Hasura that shows no array as a list. */
    public TableFacts withoutLists() {
        List<Column> plain = columns.stream().map(Column::withoutList).toList();
        return new TableFacts(table, view, plain, primaryKey, constraints);
    }

    public boolean hasLists() {
        return columns.stream().anyMatch(column -> column.type().isList());
    }

    /** @param comment what the database's owner wrote about it */
    public record Column(String name, ColumnType type, boolean nullable, Optional<String> comment) {
        private Column withoutList() {
            return new Column(name, type.withoutList(), nullable, comment);
        }
    }
}
