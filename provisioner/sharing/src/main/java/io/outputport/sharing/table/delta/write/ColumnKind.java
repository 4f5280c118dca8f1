package io.outputport.sharing.table.delta.write;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types of columns in a {@link FolderTable}, each with the class of its values. */
public enum ColumnKind {
    STRING(StringType.STRING, value -> Literal.ofString((String) value)),
    INTEGER(IntegerType.INTEGER, value -> Literal.ofInt((Integer) value)),
    LONG(LongType.LONG, value -> Literal.ofLong((Long) value)),
    DOUBLE(DoubleType.DOUBLE, value -> Literal.ofDouble((Double) value)),
    BOOLEAN(BooleanType.BOOLEAN, value -> Literal.ofBoolean((Boolean) value)),
    /** Of {@link LocalDate}. */
    DATE(DateType.DATE, value -> Literal.ofDate(Math.toIntExact(((LocalDate) value).toEpochDay()))),
    /** Of {@link Instant}. */
    TIMESTAMP(
            TimestampType.TIMESTAMP,
            value -> Literal.ofTimestamp(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value)));

    private final DataType type;
    private final Function<Object, Literal> literal;

    ColumnKind(DataType type, Function<Object, Literal> literal) {
        this.type = type;
        this.literal = literal;
    }

    DataType type() {
        return type;
    }

    Literal literal(@Nullable Object value) {
        return value == null ? Literal.ofNull(type) : literal.apply(value);
    }
}
