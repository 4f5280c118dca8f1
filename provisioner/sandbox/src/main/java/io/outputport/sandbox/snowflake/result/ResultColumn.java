package io.outputport.sandbox.snowflake.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** One column of a result. */
record ResultColumn(String name, CellType type, int scale, boolean nullable) {
    private static final int LONGEST_TEXT = 16_777_216;
    private static final int NANOSECONDS = 9;

    static ResultColumn of(ResultSetMetaData columns, int index) throws SQLException {
        CellType type = CellType.of(columns.getColumnType(index), columns.getColumnTypeName(index));
        int scale = type.isTime() ? NANOSECONDS : Math.max(0, columns.getScale(index));
        return new ResultColumn(
                columns.getColumnLabel(index),
                type,
                type == CellType.FIXED || type.isTime() ? scale : 0,
                columns.isNullable(index) != ResultSetMetaData.columnNoNulls);
    }

    /** The largest NUMBER that there is. */
    int precision() {
        return type == CellType.FIXED ? 38 : 0;
    }

    /** Into one object of {@code rowtype}. */
    void describe(ObjectNode node) {
        node.put("name", name)
                .put("type", type.wireName())
                .put("nullable", nullable)
                .put("precision", precision())
                .put("scale", scale)
                .put("length", LONGEST_TEXT)
                .put("byteLength", LONGEST_TEXT);
    }
}
