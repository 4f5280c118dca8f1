package io.outputport.sharing.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Masking;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** JSON as rows and columns. */
final class TextTable {
    private TextTable() {}

    /** @param of an object, or a list of them */
    static void print(JsonNode of, List<String> columns, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
        (of.isArray() ? StreamSupport.stream(of.spliterator(), false).toList() : List.of(of))
                .forEach(row -> rows.add(
                        columns.stream().map(name -> cell(row.path(name))).toList()));
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(TextTable::cell)
                    .collect(Collectors.joining(", "));
        }
        if (value.isObject() && value.has("schema")) {
            return cell(value.path("schema")) + "." + cell(value.path("name"));
        }
        if (value.isObject() && value.has("type")) {
            return cell(value.path("name")) + " " + cell(value.path("type"));
        }
        return Masking.inOneLine(value.isValueNode() ? value.asText() : value.toString());
    }
}
