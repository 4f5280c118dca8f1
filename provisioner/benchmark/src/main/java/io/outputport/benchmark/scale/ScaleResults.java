package io.outputport.benchmark.scale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.report.Plot;
import io.outputport.benchmark.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The table, the JSON and the picture of one run; all of them grow row by row. */
final class ScaleResults {
    private final Table table;
    private final JsonReport report;
    private final Plot plot =
            new Plot("Time until all ports are deployed", "ports deployed together", "seconds (measured + charged)");
    private final Path picture;

    private ScaleResults(Table table, JsonReport report, Path picture) {
        this.table = table;
        this.report = report;
        this.picture = picture;
    }

    static ScaleResults begin(PrintWriter out, Path folder, ObjectNode options) {
        Table table = new Table(out, Measured.TITLES);
        table.head();
        return new ScaleResults(
                table, JsonReport.begin(folder.resolve("scale.json"), "scale", options), folder.resolve("scale.png"));
    }

    void add(Measured measured) throws IOException {
        table.row(measured.row());
        report.add(measured.json());
        String line = measured.contender() + ", " + measured.cell().tables() + " tables";
        double seconds = measured.deployment().wall().toMillis() / 1000.0;
        plot.point(line, measured.cell().ports(), seconds);
        plot.save(picture);
    }
}
