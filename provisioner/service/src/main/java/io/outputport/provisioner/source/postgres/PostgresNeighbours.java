package io.outputport.provisioner.source.postgres;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.Neighbours;
import io.outputport.provisioner.source.jdbc.FirstColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The names around a table, from its database's catalog; those of the system are left out. */
final class PostgresNeighbours {
    private static final String SCHEMAS = """
            select nspname from pg_catalog.pg_namespace
            where nspname not like 'pg\\_%' and nspname <> 'information_schema' order by 1""";
    private static final String TABLES = """
            select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('r', 'v', 'm', 'p', 'f') order by 1""";

    private final Connection connection;
    private final int seconds;

    PostgresNeighbours(Connection connection, int seconds) {
        this.connection = connection;
        this.seconds = seconds;
    }

    Neighbours of(SourceTable table) throws SQLException {
        return new Neighbours(names(SCHEMAS), names(TABLES, table.schema()));
    }

    private List<String> names(String sql, String... values) throws SQLException {
        return FirstColumn.of(connection, sql + " limit " + Neighbours.MOST, seconds, List.of(values));
    }
}
