package io.outputport.engine.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table or view as it was when its source was last looked into.
 *
 * @param name as the metadata names it
 * @param schema the schema of the PostgreSQL object
 * @param relation the name of the PostgreSQL object
 * @param writable which of insert, update and delete the object allows
 * @param constraints the names of the primary key and of what else is unique
 */
public record DatabaseTable(
        TableName name,
        String schema,
        String relation,
        boolean view,
        Writable writable,
        List<Column> columns,
        List<String> primaryKey,
        List<ForeignKey> foreignKeys,
        List<String> constraints,
        Optional<String> comment) {
    public DatabaseTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = List.copyOf(foreignKeys);
        constraints = List.copyOf(constraints);
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** The same under another name, as a source that only reads shows it. */
    public DatabaseTable readOnly(TableName other, List<ForeignKey> keys) {
        return new DatabaseTable(
                other, schema, relation, view, Writable.NOTHING, columns, primaryKey, keys, constraints, comment);
    }

    /**
     * A column as the database describes it.
     *
     * @param type the short name of PostgreSQL, for example {@code int8}; a domain counts as its base
     * @param element the type of an array's elements; empty for what is no array
     */
    public record Column(
            String name, String type, Optional<String> element, boolean nullable, Optional<String> comment) {}

    /**
     * A foreign key of this table.
     *
     * @param columns from a column here to the column there
     */
    public record ForeignKey(String name, TableName target, Map<String, String> columns) {
        public ForeignKey {
            columns = Map.copyOf(columns);
        }
    }

    /** What may be written. */
    public record Writable(boolean insert, boolean update, boolean delete) {
        public static final Writable NOTHING = new Writable(false, false, false);
    }
}
