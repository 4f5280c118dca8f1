package io.outputport.sandbox.snowflake.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Rows in JSON: every value as text. */
final class JsonRows {
    private JsonRows() {}

    static ArrayNode write(ResultTable table) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (List<Optional<Object>> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            for (int i = 0; i < row.size(); i++) {
                CellType type = table.columns().get(i).type();
                cells.add(row.get(i).map(type::text).orElse(null));
            }
        }
        return rows;
    }

    /** A chunk is the rows with commas between them, but without the brackets around them. */
    static byte[] chunk(ResultTable table) {
        String rows = write(table).toString();
        return rows.substring(1, rows.length() - 1).getBytes(StandardCharsets.UTF_8);
    }
}
