package io.outputport.benchmark.durable;

import io.outputport.benchmark.report.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What all contenders came to, side by side, and who has least of it. */
final class QueueWinners {
    private final List<String> contenders = new ArrayList<>();
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /** What is added from now on is its. */
    void begin(String contender) {
        contenders.add(contender);
    }

    /** @param value the less the better */
    void add(String figure, double value) {
        figures.computeIfAbsent(figure, none -> new ArrayList<>()).add(value);
    }

    /** Nothing where there is nobody to compare with. */
    void tell(PrintWriter out) {
        if (contenders.size() < 2) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of(" ".repeat(30) + "figure"));
        contenders.forEach(contender -> columns.add(" ".repeat(6) + contender));
        columns.add(" ".repeat(12) + "won");
        Table table = new Table(out, columns);
        table.head();
        figures.forEach((figure, values) -> table.row(row(figure, values)));
    }

    private List<String> row(String figure, List<Double> values) {
        List<String> row = new ArrayList<>(List.of(figure));
        values.forEach(value -> row.add(String.format(Locale.ROOT, "%.1f", value)));
        row.add(contenders.get(values.indexOf(Collections.min(values))));
        return row;
    }
}
