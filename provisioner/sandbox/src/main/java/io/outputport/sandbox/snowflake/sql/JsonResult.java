package io.outputport.sandbox.snowflake.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A result as Snowflake's drivers read it: types of columns, and every value as text. */
public final class JsonResult {
    private JsonResult() {}

    /** Writes {@code rowtype}, {@code rowset} and the counts into {@code data}. */
    public static void write(ResultSet rows, ObjectNode data, int maxRows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<CellType> types = new ArrayList<>();
        ArrayNode rowType = data.putArray("rowtype");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            CellType type = CellType.of(columns.getColumnType(i), columns.getColumnTypeName(i));
            types.add(type);
            describe(rowType.addObject(), type, columns, i);
        }
        ArrayNode rowSet = data.putArray("rowset");
        while (rows.next()) {
            if (rowSet.size() == maxRows) {
                throw new UnsupportedStatement("The sandbox answers with at most " + maxRows + " rows.");
            }
            ArrayNode row = rowSet.addArray();
            for (int i = 0; i < types.size(); i++) {
                row.add(types.get(i).text(rows, i + 1).orElse(null));
            }
        }
        data.put("total", rowSet.size()).put("returned", rowSet.size());
    }

    private static void describe(ObjectNode column, CellType type, ResultSetMetaData columns, int index)
            throws SQLException {
        boolean number = type == CellType.FIXED;
        column.put("name", columns.getColumnLabel(index))
                .put("type", type.wireName())
                .put("nullable", columns.isNullable(index) != ResultSetMetaData.columnNoNulls);
        if (number) {
            column.put("precision", 38).put("scale", Math.max(0, columns.getScale(index)));
        } else {
            column.put("precision", 0).put("scale", type.isTime() ? 9 : 0);
        }
        column.put("length", 16_777_216).put("byteLength", 16_777_216);
    }
}
