package io.outputport.sharing.tck.recipient;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Values in the one form that the truth is written in, whoever reads them. */
final class ValueText {
    private ValueText() {}

    /** @param schema what the columns are called and how they are read */
    static String row(ColumnarBatch data, StructType schema, int row) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (int at = 0; at < schema.length(); at++) {
            fields.add(field(schema.at(at), data.getColumnVector(at), row));
        }
        return fields.toString();
    }

    private static String field(StructField field, ColumnVector column, int row) {
        return quoted(field.getName()) + ":" + of(column, row, field.getDataType());
    }

    private static String of(ColumnVector column, int row, DataType type) {
        if (column.isNullAt(row)) {
            return "null";
        }
        if (type instanceof StructType struct) {
            return struct(column, row, struct);
        }
        if (type instanceof ArrayType array) {
            return array(column.getArray(row), array);
        }
        return type instanceof MapType map ? map(column.getMap(row), map) : simple(column, row, type);
    }

    private static String struct(ColumnVector column, int row, StructType type) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (int at = 0; at < type.length(); at++) {
            fields.add(field(type.at(at), column.getChild(at), row));
        }
        return fields.toString();
    }

    private static String array(ArrayValue array, ArrayType type) {
        StringJoiner elements = new StringJoiner(",", "[", "]");
        for (int at = 0; at < array.getSize(); at++) {
            elements.add(of(array.getElements(), at, type.getElementType()));
        }
        return elements.toString();
    }

    private static String map(MapValue map, MapType type) {
        Map<String, String> sorted = new TreeMap<>();
        for (int at = 0; at < map.getSize(); at++) {
            sorted.put(of(map.getKeys(), at, type.getKeyType()), of(map.getValues(), at, type.getValueType()));
        }
        StringJoiner entries = new StringJoiner(",", "<", ">");
        sorted.forEach((key, value) -> entries.add(key + "=" + value));
        return entries.toString();
    }

    private static String simple(ColumnVector column, int row, DataType type) {
        if (type instanceof StringType) {
            return quoted(column.getString(row));
        }
        if (type instanceof BinaryType) {
            return "x" + HexFormat.of().formatHex(column.getBinary(row));
        }
        if (type instanceof DecimalType) {
            return column.getDecimal(row).toPlainString();
        }
        if (type instanceof DateType) {
            return "d" + column.getInt(row);
        }
        if (type instanceof TimestampType) {
            return "t" + column.getLong(row);
        }
        return type instanceof TimestampNTZType ? "n" + column.getLong(row) : primitive(column, row, type);
    }

    private static String primitive(ColumnVector column, int row, DataType type) {
        if (type instanceof LongType) {
            return Long.toString(column.getLong(row));
        }
        if (type instanceof IntegerType) {
            return Integer.toString(column.getInt(row));
        }
        if (type instanceof ShortType) {
            return Short.toString(column.getShort(row));
        }
        if (type instanceof ByteType) {
            return Byte.toString(column.getByte(row));
        }
        if (type instanceof BooleanType) {
            return Boolean.toString(column.getBoolean(row));
        }
        if (type instanceof FloatType) {
            return Float.toString(column.getFloat(row));
        }
        if (type instanceof DoubleType) {
            return Double.toString(column.getDouble(row));
        }
        throw new IllegalStateException("the truth has no values of " + type);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
