package io.outputport.sandbox.snowflake.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A result, read completely. */
public record ResultTable(List<ResultColumn> columns, List<List<Optional<Object>>> rows) {
    public ResultTable {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
    }

    /** The answer to what has no rows of its own. */
    public static ResultTable status(String sentence) {
        return new ResultTable(
                List.of(new ResultColumn("status", CellType.TEXT, 0, true)), List.of(List.of(Optional.of(sentence))));
    }

    /** At most so many rows; the caller lets the database stop there. */
    public static ResultTable read(ResultSet found) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            columns.add(ResultColumn.of(found.getMetaData(), i));
        }
        List<List<Optional<Object>>> rows = new ArrayList<>();
        while (found.next()) {
            List<Optional<Object>> row = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                row.add(columns.get(i).type().value(found, i + 1));
            }
            rows.add(row);
        }
        return new ResultTable(columns, rows);
    }

    ResultTable part(int from, int to) {
        return new ResultTable(columns, rows.subList(Math.min(from, rows.size()), Math.min(to, rows.size())));
    }
}
