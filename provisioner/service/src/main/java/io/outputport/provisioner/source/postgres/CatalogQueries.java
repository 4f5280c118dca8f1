package io.outputport.provisioner.source.postgres;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.source.TableFacts.Column;
import io.outputport.provisioner.descriptor.type.ColumnType;
import io.outputport.provisioner.descriptor.type.TypeSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Statements over pg_catalog; information_schema would hide what our own user may not read. */
final class CatalogQueries {
    /** Tables, views, materialized views, partitioned and foreign tables: what Hasura can track. */
    private static final String KINDS = "('r', 'v', 'm', 'p', 'f')";

    /**
     * A domain counts as its base type, as it does in Hasura. The modifiers are those of {@code format_type}. The names
     * of types are those of the catalog, without the quotes and schemas that {@code format_type} puts around them.
     */
    private static final String TABLE = """
            select c.relkind in ('v', 'm'), a.attname, format_type(t.base, null), not a.attnotnull,
                   array_position(k.conkey, a.attnum), col_description(c.oid, a.attnum),
                   case when t.base in ('varchar'::regtype, 'bpchar'::regtype) and t.modifier > 4
                        then t.modifier - 4 end,
                   case when t.base = 'numeric'::regtype and t.modifier > 4
                        then ((t.modifier - 4) >> 16) & 65535 end,
                   case when t.base = 'numeric'::regtype and t.modifier > 4
                        then (((t.modifier - 4) & 2047) # 1024) - 1024 end,
                   e.typname, e.element,
                   array(select u.conname::text from pg_catalog.pg_constraint u
                         where u.conrelid = c.oid and u.contype in ('p', 'u') order by 1)
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join lateral (
                select coalesce(nullif(p.typbasetype, 0), p.oid) as base,
                       case p.typtype when 'd' then p.typtypmod else a.atttypmod end as modifier
                from pg_catalog.pg_type p where p.oid = a.atttypid) t on true
            left join lateral (
                select x.typname, i.typname as element from pg_catalog.pg_type x
                left join pg_catalog.pg_type i on i.oid = x.typelem and x.typlen = -1 and x.typcategory = 'A'
                where x.oid = t.base) e on true
            left join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
            where n.nspname = ? and c.relname = ? and c.relkind in %s
            order by a.attnum
            """.formatted(KINDS);

    private static final String OTHER_LETTER_CASE = """
            select n.nspname || '.' || c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where lower(n.nspname) = lower(?) and lower(c.relname) = lower(?) and c.relkind in %s
            order by 1
            limit 3
            """.formatted(KINDS);

    private final Connection connection;
    private final int seconds;

    CatalogQueries(Connection connection, int seconds) {
        this.connection = connection;
        this.seconds = seconds;
    }

    Optional<TableFacts> table(SourceTable table) throws SQLException {
        try (PreparedStatement statement = bound(TABLE, table);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(facts(table, rows)) : Optional.empty();
        }
    }

    /** {@code schema.name} of up to three that differ in letter case only. */
    List<String> inOtherLetterCase(SourceTable table) throws SQLException {
        try (PreparedStatement statement = bound(OTHER_LETTER_CASE, table);
                ResultSet rows = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private PreparedStatement bound(String sql, SourceTable table) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(seconds);
        statement.setString(1, table.schema());
        statement.setString(2, table.name());
        return statement;
    }

    private static TableFacts facts(SourceTable table, ResultSet rows) throws SQLException {
        boolean view = rows.getBoolean(1);
        List<String> constraints = List.of((String[]) rows.getArray(12).getArray());
        List<Column> columns = new ArrayList<>();
        TreeMap<Integer, String> key = new TreeMap<>();
        do {
            String name = rows.getString(2);
            if (name == null) {
                break; // A table without columns.
            }
            columns.add(new Column(name, type(rows), rows.getBoolean(4), Optional.ofNullable(rows.getString(6))));
            int place = rows.getInt(5);
            if (!rows.wasNull()) {
                key.put(place, name);
            }
        } while (rows.next());
        return new TableFacts(table, view, columns, List.copyOf(key.values()), constraints);
    }

    private static ColumnType type(ResultSet rows) throws SQLException {
        TypeSize size = new TypeSize(number(rows, 7), number(rows, 8), number(rows, 9));
        return PostgresTypes.of(rows.getString(3), rows.getString(10), Optional.ofNullable(rows.getString(11)), size);
    }

    private static Optional<Integer> number(ResultSet rows, int index) throws SQLException {
        int number = rows.getInt(index);
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
