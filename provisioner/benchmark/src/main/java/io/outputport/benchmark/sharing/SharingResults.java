package io.outputport.benchmark.sharing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.report.Plot;
import io.outputport.benchmark.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** What a run has found, told as it goes. */
final class SharingResults {
    private final PrintWriter out;
    private final JsonReport report;
    private final Table table;
    private final Plot plot = new Plot("Queries of the sharing server", "readers at once", "answers in a second");

    SharingResults(PrintWriter out, JsonReport report) {
        this.out = out;
        this.report = report;
        this.table = new Table(
                out,
                List.of(
                        "  files",
                        "                contender",
                        "readers",
                        "answers/s",
                        "   MB/s",
                        "first ms p50",
                        "   p99",
                        "whole ms p50",
                        "     p99",
                        "failed",
                        "processor ms",
                        " load"));
    }

    void head() {
        table.head();
    }

    /** @param processor seconds that the contender's process took meanwhile */
    void cell(int files, String contender, int readers, Readers.Result found, double processor) throws IOException {
        double each = processor * 1_000 / Math.max(1, found.answers());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        boolean any = found.answers() > 0;
        double whole = any ? found.whole().millis(50) : 0;
        double worst = any ? found.whole().millis(99) : 0;
        double first = any ? found.first().millis(50) : 0;
        double late = any ? found.first().millis(99) : 0;
        table.row(List.of(
                Integer.toString(files),
                contender,
                Integer.toString(readers),
                "%.1f".formatted(found.perSecond()),
                "%.1f".formatted(found.megabytesPerSecond()),
                "%.2f".formatted(first),
                "%.2f".formatted(late),
                "%.2f".formatted(whole),
                "%.2f".formatted(worst),
                Long.toString(found.failed()),
                "%.3f".formatted(each),
                "%.1f".formatted(load)));
        report.add(JsonNodeFactory.instance
                .objectNode()
                .put("files", files)
                .put("contender", contender)
                .put("readers", readers)
                .put("answersPerSecond", found.perSecond())
                .put("megabytesPerSecond", found.megabytesPerSecond())
                .put("firstMillis", first)
                .put("firstMillisP99", late)
                .put("wholeMillis", whole)
                .put("wholeMillisP99", worst)
                .put("failed", found.failed())
                .put("processorMillis", each)
                .put("load", load));
        plot.point(contender + ", " + files + " files", readers, found.perSecond());
    }

    /** A figure that is no rate. */
    void figure(String what, String value) throws IOException {
        out.println(what + ": " + value);
        out.flush();
        ObjectNode row =
                JsonNodeFactory.instance.objectNode().put("figure", what).put("value", value);
        report.add(row);
    }

    void save(Path picture) throws IOException {
        plot.save(picture);
    }
}
