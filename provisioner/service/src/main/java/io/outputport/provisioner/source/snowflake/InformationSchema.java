package io.outputport.provisioner.source.snowflake;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.source.TableFacts.Column;
import io.outputport.provisioner.descriptor.type.TypeSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Statements over one database's INFORMATION_SCHEMA; values are bound, the database is a quoted name. */
final class InformationSchema {
    private static final String TABLES = """
            select TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE from %s.INFORMATION_SCHEMA.TABLES
            where TABLE_SCHEMA in (?, ?) and TABLE_NAME in (?, ?)""";
    private static final String COLUMNS = """
            select COLUMN_NAME, DATA_TYPE, IS_NULLABLE, COMMENT,
                   CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE from %s.INFORMATION_SCHEMA.COLUMNS
            where TABLE_SCHEMA = ? and TABLE_NAME = ? order by ORDINAL_POSITION""";

    private final Connection connection;
    private final int seconds;

    InformationSchema(Connection connection, int seconds) {
        this.connection = connection;
        this.seconds = seconds;
    }

    private record Candidate(String schema, String name, boolean view) {}

    /** What is named exactly as written comes first, the schema before the table. */
    Optional<TableFacts> find(SourceTable table) throws SQLException {
        Optional<Candidate> best = candidates(table).stream()
                .min(Comparator.comparing((Candidate found) -> !found.schema().equals(table.schema()))
                        .thenComparing(found -> !found.name().equals(table.name())));
        if (best.isEmpty()) {
            return Optional.empty();
        }
        SourceTable exact = new SourceTable(
                table.technology(),
                table.database(),
                best.get().schema(),
                best.get().name());
        boolean view = best.get().view();
        return Optional.of(new TableFacts(exact, view, columns(exact), view ? List.of() : primaryKey(exact)));
    }

    private List<Candidate> candidates(SourceTable table) throws SQLException {
        try (PreparedStatement statement = prepared(TABLES, table)) {
            statement.setString(1, table.schema());
            statement.setString(2, SnowflakeNames.upper(table.schema()));
            statement.setString(3, table.name());
            statement.setString(4, SnowflakeNames.upper(table.name()));
            List<Candidate> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Candidate(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3).contains("VIEW")));
                }
            }
            return found;
        }
    }

    private List<Column> columns(SourceTable table) throws SQLException {
        try (PreparedStatement statement = prepared(COLUMNS, table)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            List<Column> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(
                            rows.getString(1),
                            SnowflakeTypes.TABLE.of(rows.getString(2), size(rows)),
                            "YES".equals(rows.getString(3)),
                            Optional.ofNullable(rows.getString(4)).filter(comment -> !comment.isEmpty())));
                }
            }
            return columns;
        }
    }

    private static TypeSize size(ResultSet rows) throws SQLException {
        return new TypeSize(number(rows, 5), number(rows, 6), number(rows, 7));
    }

    private static Optional<Integer> number(ResultSet rows, int index) throws SQLException {
        int number = rows.getInt(index);
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** INFORMATION_SCHEMA does not hold the columns of a key. */
    private List<String> primaryKey(SourceTable table) throws SQLException {
        String name = SnowflakeNames.inSql(table.database()) + "." + SnowflakeNames.inSql(table.schema()) + "."
                + SnowflakeNames.inSql(table.name());
        TreeMap<Integer, String> key = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("show primary keys in table " + name)) {
            statement.setQueryTimeout(seconds);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    key.put(rows.getInt("key_sequence"), rows.getString("column_name"));
                }
            }
        }
        return List.copyOf(key.values());
    }

    private PreparedStatement prepared(String sql, SourceTable table) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql.formatted(SnowflakeNames.inSql(table.database())));
        statement.setQueryTimeout(seconds);
        return statement;
    }
}
