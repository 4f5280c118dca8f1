package io.outputport.provisioner.source.snowflake;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.Neighbours;
import io.outputport.provisioner.source.jdbc.FirstColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The names around a table, from its database's INFORMATION_SCHEMA. */
final class SnowflakeNeighbours {
    private static final String SCHEMAS = """
            select SCHEMA_NAME from %s.INFORMATION_SCHEMA.SCHEMATA where SCHEMA_NAME <> 'INFORMATION_SCHEMA' order by 1""";
    private static final String TABLES = """
            select TABLE_NAME from %s.INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA in (?, ?) order by 1""";

    private final Connection connection;
    private final int seconds;

    SnowflakeNeighbours(Connection connection, int seconds) {
        this.connection = connection;
        this.seconds = seconds;
    }

    Neighbours of(SourceTable table) throws SQLException {
        String upper = SnowflakeNames.upper(table.schema());
        return new Neighbours(names(SCHEMAS, table), names(TABLES, table, table.schema(), upper));
    }

    private List<String> names(String sql, SourceTable table, String... values) throws SQLException {
        String exact = sql.formatted(SnowflakeNames.inSql(table.database()));
        return FirstColumn.of(connection, exact + " limit " + Neighbours.MOST, seconds, List.of(values));
    }
}
