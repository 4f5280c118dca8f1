package io.outputport.sandbox.snowflake.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** How a column stands in Arrow: as Snowflake writes it, with its logical type beside Arrow's own. */
final class ArrowColumn {
    private static final ArrowType INT_32 = new ArrowType.Int(32, true);
    private static final ArrowType INT_64 = new ArrowType.Int(64, true);
    /** How a zone at UTC is written: minutes from UTC plus 1440. */
    private static final int UTC = 1440;

    private ArrowColumn() {}

    static Field field(ResultColumn column) {
        Map<String, String> logical = Map.of(
                "logicalType", column.type().name(),
                "precision", Integer.toString(column.precision()),
                "scale", Integer.toString(column.scale()));
        return new Field(column.name(), new FieldType(true, type(column), null, logical), parts(column.type()));
    }

    private static ArrowType type(ResultColumn column) {
        return switch (column.type()) {
            case TEXT -> new ArrowType.Utf8();
            case FIXED -> new ArrowType.Decimal(column.precision(), column.scale(), 128);
            case REAL -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case BOOLEAN -> new ArrowType.Bool();
            case DATE -> new ArrowType.Date(DateUnit.DAY);
            case TIME -> INT_64;
            case TIMESTAMP_NTZ, TIMESTAMP_TZ -> new ArrowType.Struct();
        };
    }

    private static List<Field> parts(CellType type) {
        Field epoch = Field.nullable("epoch", INT_64);
        Field fraction = Field.nullable("fraction", INT_32);
        return switch (type) {
            case TIMESTAMP_NTZ -> List.of(epoch, fraction);
            case TIMESTAMP_TZ -> List.of(epoch, fraction, Field.nullable("timezone", INT_32));
            default -> List.of();
        };
    }

    static void set(FieldVector vector, ResultColumn column, int row, Object value) {
        switch (column.type()) {
            case TEXT -> ((VarCharVector) vector).setSafe(row, ((String) value).getBytes(StandardCharsets.UTF_8));
            case FIXED ->
                ((DecimalVector) vector)
                        .setSafe(row, ((BigDecimal) value).setScale(column.scale(), RoundingMode.HALF_UP));
            case REAL -> ((Float8Vector) vector).setSafe(row, Double.parseDouble((String) value));
            case BOOLEAN -> ((BitVector) vector).setSafe(row, (Boolean) value ? 1 : 0);
            case DATE -> ((DateDayVector) vector).setSafe(row, Math.toIntExact(((LocalDate) value).toEpochDay()));
            case TIME -> ((BigIntVector) vector).setSafe(row, ((LocalTime) value).toNanoOfDay());
            case TIMESTAMP_NTZ -> {
                LocalDateTime time = (LocalDateTime) value;
                point((StructVector) vector, row, time.toEpochSecond(ZoneOffset.UTC), time.getNano());
            }
            case TIMESTAMP_TZ -> {
                OffsetDateTime time = (OffsetDateTime) value;
                point((StructVector) vector, row, time.toEpochSecond(), time.getNano());
                ((StructVector) vector).getChild("timezone", IntVector.class).setSafe(row, UTC);
            }
        }
    }

    private static void point(StructVector vector, int row, long seconds, int nanoseconds) {
        vector.setIndexDefined(row);
        vector.getChild("epoch", BigIntVector.class).setSafe(row, seconds);
        vector.getChild("fraction", IntVector.class).setSafe(row, nanoseconds);
    }
}
