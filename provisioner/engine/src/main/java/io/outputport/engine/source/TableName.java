package io.outputport.engine.source;

import java.util.List;

/**
 * The name of a table as its kind of source splits it: schema and name for PostgreSQL, any number of parts, the table
 * last, for a data connector.
 */
public record TableName(List<String> parts) {
    public TableName {
        parts = List.copyOf(parts);
    }

    public static TableName of(String... parts) {
        return new TableName(List.of(parts));
    }

    public String last() {
        return parts.get(parts.size() - 1);
    }
}
