package io.outputport.provisioner.source.snowflake;

import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.descriptor.type.TypeTable;
import io.outputport.provisioner.descriptor.type.TypeTable.Row;
import java.util.List;

/**
 * Snowflake's types as INFORMATION_SCHEMA names them. The scalars are those of Hasura's JDBC agent, which takes a number
 * for a {@code Float}: large whole numbers lose digits there.
 */
final class SnowflakeTypes {
    private static final String TEXT = "String";

    static final TypeTable TABLE = new TypeTable(
            List.of(
                    new Row("NUMBER", DataType.NUMBER, "Float"),
                    new Row("FLOAT", DataType.DOUBLE, "Float"),
                    new Row("DECFLOAT", DataType.NUMERIC, "Float"),
                    new Row("BOOLEAN", DataType.BOOLEAN, "Boolean"),
                    new Row("TEXT", DataType.VARCHAR, TEXT),
                    new Row("DATE", DataType.DATE, "DATE"),
                    new Row("TIME", DataType.TIME, "TIME"),
                    new Row("TIMESTAMP_NTZ", DataType.TIMESTAMP, "DATETIME"),
                    new Row("TIMESTAMP_LTZ", DataType.TIMESTAMPZ, "DATETIME_WITH_TIMEZONE"),
                    new Row("TIMESTAMP_TZ", DataType.TIMESTAMPZ, "DATETIME_WITH_TIMEZONE"),
                    new Row("BINARY", DataType.BINARY, TEXT),
                    new Row("VARIANT", DataType.VARIANT, TEXT),
                    new Row("OBJECT", DataType.STRUCT, TEXT),
                    new Row("ARRAY", DataType.ARRAY, TEXT),
                    new Row("MAP", DataType.MAP, TEXT),
                    new Row("VECTOR", DataType.ARRAY, TEXT),
                    new Row("GEOGRAPHY", DataType.GEOGRAPHY, TEXT),
                    new Row("GEOMETRY", DataType.GEOMETRY, TEXT)),
            other -> TEXT);

    private SnowflakeTypes() {}
}
