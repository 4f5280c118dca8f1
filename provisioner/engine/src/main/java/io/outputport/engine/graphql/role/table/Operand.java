package io.outputport.engine.graphql.role.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The right side of a comparison. Values are texts that PostgreSQL casts to the type of the column. */
public sealed interface Operand {
    record Value(String text) implements Operand {}

    record Values(List<String> texts) implements Operand {
        public Values {
            texts = List.copyOf(texts);
        }
    }

    record Flag(boolean set) implements Operand {}

    /** What the session variable of this (lower-case) name holds when the request comes. */
    record FromSession(String variable) implements Operand {}

    /** A column of the same row. */
    record OtherColumn(Cell cell) implements Operand {}

    /** A column of the row that the whole filter is about, also from within a condition on another table. */
    record RootColumn(Cell cell) implements Operand {}

    /** Text stays as it is, everything else becomes its JSON form. */
    static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
