package io.outputport.provisioner.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The first list of a page as columns, and how to get the next page.
 *
 * @param cursor the option that takes the {@code next} of a page
 */
public record Table(List<String> columns, String cursor, Paint paint) {
    public void print(JsonNode page, PrintWriter out) {
        List<JsonNode> entries = Stream.concat(Stream.of(page), StreamSupport.stream(page.spliterator(), false))
                .filter(JsonNode::isArray)
                .findFirst()
                .map(list -> StreamSupport.stream(list.spliterator(), false).toList())
                .orElse(List.of());
        List<List<String>> rows = entries.stream().map(this::row).toList();
        List<Integer> widths = widths(rows);
        out.println(paint.strong(line(columns, widths)));
        rows.forEach(row -> out.println(line(row, widths)));
        if (page.hasNonNull("next")) {
            out.println("More: --" + cursor + " "
                    + TerminalText.shown(page.path("next").asText()));
        }
    }

    private List<String> row(JsonNode entry) {
        return columns.stream()
                .map(column -> TerminalText.shown(
                        entry.path(column).isContainerNode()
                                ? entry.path(column).toString()
                                : entry.path(column).asText()))
                .toList();
    }

    private List<Integer> widths(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int here = column;
            widths.add(Stream.concat(Stream.of(columns), rows.stream())
                    .mapToInt(row -> row.get(here).length())
                    .max()
                    .orElse(0));
        }
        return widths;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
