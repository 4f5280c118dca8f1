package io.outputport.sandbox.snowflake.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of a JSON result, and how their values are written in it. */
enum CellType {
    TEXT,
    FIXED,
    REAL,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP_NTZ,
    TIMESTAMP_TZ;

    static CellType of(int jdbcType, String typeName) {
        return switch (jdbcType) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC -> FIXED;
            case Types.REAL, Types.DOUBLE -> REAL;
            case Types.BIT, Types.BOOLEAN -> BOOLEAN;
            case Types.DATE -> DATE;
            case Types.TIME -> TIME;
            case Types.TIMESTAMP -> "timestamptz".equals(typeName) ? TIMESTAMP_TZ : TIMESTAMP_NTZ;
            default -> TEXT;
        };
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isTime() {
        return this == TIME || this == TIMESTAMP_NTZ || this == TIMESTAMP_TZ;
    }

    /** Days and seconds are counted from 1970; a zone is minutes from UTC plus 1440. */
    Optional<String> text(ResultSet rows, int index) throws SQLException {
        return switch (this) {
            case TEXT, REAL -> Optional.ofNullable(rows.getString(index));
            case FIXED -> Optional.ofNullable(rows.getBigDecimal(index)).map(BigDecimal::toPlainString);
            case BOOLEAN ->
                Optional.ofNullable(rows.getObject(index, Boolean.class)).map(it -> it ? "1" : "0");
            case DATE -> value(rows, index, LocalDate.class).map(it -> Long.toString(it.toEpochDay()));
            case TIME -> value(rows, index, LocalTime.class).map(it -> seconds(it.toSecondOfDay(), it));
            case TIMESTAMP_NTZ ->
                value(rows, index, LocalDateTime.class).map(it -> seconds(it.toEpochSecond(ZoneOffset.UTC), it));
            case TIMESTAMP_TZ ->
                value(rows, index, OffsetDateTime.class).map(it -> seconds(it.toEpochSecond(), it) + " 1440");
        };
    }

    private static <T> Optional<T> value(ResultSet rows, int index, Class<T> type) throws SQLException {
        @Nullable T value = rows.getObject(index, type);
        return Optional.ofNullable(value);
    }

    private static String seconds(long seconds, TemporalAccessor time) {
        int nanos = time.get(ChronoField.NANO_OF_SECOND);
        return BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9)).toPlainString();
    }
}
