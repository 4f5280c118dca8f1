package io.outputport.engine.graphql.role.table;

import io.outputport.engine.schema.TrackedTable;

/** Where a table is. */
public record TableKey(String source, String schema, String name) {
    public static TableKey of(TrackedTable table) {
        return new TableKey(table.source(), table.databaseSchema(), table.databaseName());
    }
}
