package io.outputport.benchmark.scale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.report.Plot;
import io.outputport.benchmark.report.Table;
import io.outputport.benchmark.run.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table, the JSON and the picture of one run; all of them grow row by row. */
final class ScaleResults {
    private final Table table;
    private final JsonReport report;
    private final Plot plot =
            new Plot("Time until all ports are deployed", "ports deployed together", "seconds (measured + charged)");
    private final Path picture;
    private final Map<Cell, Measured> first = new HashMap<>();

    private ScaleResults(Table table, JsonReport report, Path picture) {
        this.table = table;
        this.report = report;
        this.picture = picture;
    }

    static ScaleResults begin(Scenario scenario, ObjectNode options) {
        Table table = new Table(scenario.results(), Measured.TITLES);
        table.head();
        return new ScaleResults(table, scenario.report(options), scenario.out().resolve("scale.png"));
    }

    void add(Measured measured) throws IOException {
        double seconds = measured.deployment().wall().toMillis() / 1000.0;
        Optional<Race> race = Optional.ofNullable(first.putIfAbsent(measured.cell(), measured))
                .filter(other -> measured.isComplete())
                .map(other -> new Race(other, measured));
        table.row(measured.row(race));
        report.add(measured.json(race));
        if (measured.isComplete()) {
            String line = measured.contender() + ", " + measured.cell().tables() + " tables";
            plot.point(line, measured.cell().ports(), seconds);
            plot.save(picture);
        }
    }
}
