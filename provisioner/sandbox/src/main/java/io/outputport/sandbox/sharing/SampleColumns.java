package io.outputport.sandbox.sharing;

import io.outputport.sharing.table.delta.write.ColumnKind;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a query on PostgreSQL, as columns of a Delta table. */
record SampleColumns(Map<String, ColumnKind> kinds) {

    static SampleColumns of(ResultSetMetaData columns) throws SQLException {
        Map<String, ColumnKind> kinds = new LinkedHashMap<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            kinds.put(columns.getColumnName(at), kind(columns.getColumnType(at), columns.getColumnTypeName(at)));
        }
        return new SampleColumns(kinds);
    }

    private static ColumnKind kind(int type, String name) {
        return switch (type) {
            case Types.INTEGER -> ColumnKind.INTEGER;
            case Types.BIGINT -> ColumnKind.LONG;
            case Types.DOUBLE -> ColumnKind.DOUBLE;
            case Types.BIT, Types.BOOLEAN -> ColumnKind.BOOLEAN;
            case Types.DATE -> ColumnKind.DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnKind.TIMESTAMP;
            case Types.VARCHAR -> ColumnKind.STRING;
            default -> throw new IllegalArgumentException("no sample has a column of type " + name);
        };
    }

    List<@Nullable Object> values(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Map.Entry<String, ColumnKind> column : kinds.entrySet()) {
            values.add(value(row, column.getKey(), column.getValue()));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, String name, ColumnKind kind) throws SQLException {
        return switch (kind) {
            case STRING -> row.getString(name);
            case INTEGER -> row.getObject(name, Integer.class);
            case LONG -> row.getObject(name, Long.class);
            case DOUBLE -> row.getObject(name, Double.class);
            case BOOLEAN -> row.getObject(name, Boolean.class);
            case DATE -> row.getObject(name, LocalDate.class);
            case TIMESTAMP -> instant(row.getObject(name, OffsetDateTime.class));
        };
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
