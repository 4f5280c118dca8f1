package io.outputport.benchmark.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints rows under their titles as soon as they are known; each column is as wide as its title says. */
public final class Table {
    private final PrintWriter out;
    private final List<String> titles;

    /** @param titles with blanks before them where values are wider */
    public Table(PrintWriter out, List<String> titles) {
        this.out = out;
        this.titles = List.copyOf(titles);
    }

    public void head() {
        print(titles);
    }

    public void row(List<String> values) {
        print(values);
    }

    private void print(List<String> values) {
        out.println(IntStream.range(0, titles.size())
                .mapToObj(i -> ("%" + titles.get(i).length() + "s").formatted(values.get(i)))
                .collect(Collectors.joining("  ")));
        out.flush();
    }
}
