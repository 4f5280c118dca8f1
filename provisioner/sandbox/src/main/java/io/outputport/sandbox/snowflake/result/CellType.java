package io.outputport.sandbox.snowflake.result;

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

/** The types of a result, and how their values are read, and written as text. */
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

    /** The value in Java's own type; a REAL stays PostgreSQL's text, which is exact. */
    Optional<Object> value(ResultSet rows, int index) throws SQLException {
        return switch (this) {
            case TEXT, REAL -> Optional.ofNullable(rows.getString(index));
            case FIXED -> Optional.ofNullable(rows.getBigDecimal(index));
            case BOOLEAN -> value(rows, index, Boolean.class);
            case DATE -> value(rows, index, LocalDate.class);
            case TIME -> value(rows, index, LocalTime.class);
            case TIMESTAMP_NTZ -> value(rows, index, LocalDateTime.class);
            case TIMESTAMP_TZ -> value(rows, index, OffsetDateTime.class);
        };
    }

    /** Days and seconds are counted from 1970; a zone is minutes from UTC plus 1440. */
    String text(Object value) {
        return switch (this) {
            case TEXT, REAL -> (String) value;
            case FIXED -> ((BigDecimal) value).toPlainString();
            case BOOLEAN -> (Boolean) value ? "1" : "0";
            case DATE -> Long.toString(((LocalDate) value).toEpochDay());
            case TIME -> seconds(((LocalTime) value).toSecondOfDay(), (LocalTime) value);
            case TIMESTAMP_NTZ -> seconds(((LocalDateTime) value).toEpochSecond(ZoneOffset.UTC), (LocalDateTime) value);
            case TIMESTAMP_TZ -> seconds(((OffsetDateTime) value).toEpochSecond(), (OffsetDateTime) value) + " 1440";
        };
    }

    private static Optional<Object> value(ResultSet rows, int index, Class<?> type) throws SQLException {
        @Nullable Object value = rows.getObject(index, type);
        return Optional.ofNullable(value);
    }

    private static String seconds(long seconds, TemporalAccessor time) {
        int nanos = time.get(ChronoField.NANO_OF_SECOND);
        return BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9)).toPlainString();
    }
}
