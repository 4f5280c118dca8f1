package io.outputport.engine.graphql.role.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** A list as PostgreSQL reads an array: elements in quotes, since some would be taken for something else without. */
public final class ArrayText {
    private ArrayText() {}

    /** @param list what is no list stays the text that it is, for PostgreSQL to judge */
    public static String of(JsonNode list) {
        if (!list.isArray()) {
            return Operand.text(list);
        }
        StringJoiner text = new StringJoiner(",", "{", "}");
        list.forEach(element -> text.add(element.isNull() ? "NULL" : quoted(Operand.text(element))));
        return text.toString();
    }

    private static String quoted(String element) {
        return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
