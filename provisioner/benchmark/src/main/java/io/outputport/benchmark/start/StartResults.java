package io.outputport.benchmark.start;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.benchmark.report.Bars;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A row for each contender and set of options: what it took, how many times the bare framework's, and who took least. */
final class StartResults {
    static final String SERVICE = "this service";

    private final Table table;
    private final JsonReport report;
    private final Bars starts = new Bars("Until it listens", "ms");
    private final Bars memory = new Bars("Resident after load", "MiB");
    private boolean begun;

    StartResults(PrintWriter out, JsonReport report) {
        this.table = new Table(
                out,
                List.of(
                        " ".repeat(36) + "options",
                        "     contender",
                        "start ms",
                        "times the floor",
                        "idle MiB",
                        "after load MiB",
                        "least after load"));
        this.report = report;
    }

    /** @param same all contenders with the same options, the bare framework first */
    void add(List<Footprint> same) throws IOException {
        if (!begun) {
            table.head();
            begun = true;
        }
        long floor = same.get(0).startMillis();
        Optional<String> least = same.stream()
                .filter(each -> each.loaded().isPresent())
                .min(Comparator.comparing(each -> each.loaded().orElseThrow()))
                .map(Footprint::contender);
        for (Footprint each : same) {
            double times = (double) each.startMillis() / floor;
            table.row(List.of(
                    each.options(),
                    each.contender(),
                    Long.toString(each.startMillis()),
                    String.format(Locale.ROOT, "%.2f", times),
                    shown(each.idle()),
                    shown(each.loaded()),
                    least.filter(each.contender()::equals).isPresent() ? "won" : ""));
            report.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("options", each.options())
                    .put("contender", each.contender())
                    .put("startMillis", each.startMillis())
                    .put("timesTheFloor", times)
                    .put("idleMebibytes", shown(each.idle()))
                    .put("loadedMebibytes", shown(each.loaded())));
            starts.bar(each.contender(), each.options(), each.startMillis());
            each.loaded().ifPresent(resident -> memory.bar(each.contender(), each.options(), resident));
        }
    }

    void pictures(Path folder) throws IOException {
        starts.save(folder.resolve("start.png"));
        memory.save(folder.resolve("memory.png"));
    }

    private static String shown(Optional<Long> mebibytes) {
        return mebibytes.map(String::valueOf).orElse("?");
    }
}
