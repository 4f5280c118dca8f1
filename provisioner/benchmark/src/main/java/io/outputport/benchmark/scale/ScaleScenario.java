package io.outputport.benchmark.scale;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.landscape.Hasura.Costs;
import io.outputport.benchmark.landscape.Landscape;
import io.outputport.benchmark.run.Scenario;
import io.outputport.benchmark.run.ServiceProgram;
import io.outputport.benchmark.scale.contender.Contender;
import io.outputport.benchmark.scale.contender.OldCalls;
import io.outputport.benchmark.scale.contender.ThisService;
import io.outputport.benchmark.scale.fleet.Fleet;
import io.outputport.benchmark.scale.fleet.Neighbours;
import io.outputport.sandbox.predecessor.CallFailed;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of this scenario. */
@Command(
        name = "scale",
        description = "Deploys ports together on a Hasura that already has tables of other teams in 20 sources: this"
                + " service, and the calls of the Python provisioner, on the same engine in the same run.",
        footerHeading = "%n",
        footer = "This service waits for the engine's costs. For the old calls, which would take days, they are added"
                + " up: their wall time is measured + charged.",
        sortOptions = false)
public final class ScaleScenario implements Callable<Integer> {
    @Option(
            names = "--ports",
            split = ",",
            paramLabel = "N",
            description = "how many ports are deployed together: 1,10,50,200,1000")
    private List<Integer> ports = List.of();

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "N",
            description = "how many tables others have already: 0,100,1000,5000")
    private List<Integer> tables = List.of();

    @Option(names = "--quick", description = "1, 10 and 50 ports on 0 and 100 tables: some three minutes")
    private boolean quick;

    @Option(
            names = "--whole",
            description = "every combination: some forty minutes; without it, 5000 tables meet 1 and 200 ports only")
    private boolean whole;

    @Option(
            names = "--build-millis",
            paramLabel = "MS",
            defaultValue = "15",
            description = "cost of a schema build for each tracked table; default ${DEFAULT-VALUE}")
    private int buildMillis;

    @Option(
            names = "--introspection-millis",
            paramLabel = "MS",
            defaultValue = "300",
            description = "cost of each look into a source; default ${DEFAULT-VALUE}")
    private int introspectionMillis;

    @Option(
            names = "--limit",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "after which this service's ports of one cell are given up; default ${DEFAULT-VALUE}")
    private int limitMinutes;

    @Mixin
    private final Scenario scenario = new Scenario();

    @Override
    public Integer call() throws Exception {
        List<Cell> cells = cells();
        Costs costs = new Costs(buildMillis, introspectionMillis);
        ServiceProgram program = scenario.program();
        announce(cells, costs);
        try (Landscape landscape = Landscape.start(Fleet.DATABASES)) {
            Course course = Course.prepare(landscape);
            ScaleResults results = ScaleResults.begin(scenario, options());
            List<Contender> contenders = List.of(
                    new OldCalls(landscape, costs),
                    new ThisService(landscape, program, costs, Duration.ofMinutes(limitMinutes)));
            boolean complete = true;
            for (Cell cell : cells) {
                for (Contender contender : contenders) {
                    complete &= measured(course, cell, contender, results);
                }
            }
            return complete ? 0 : 1;
        }
    }

    /** A contender that breaks down has no row, and the others go on. */
    private boolean measured(Course course, Cell cell, Contender contender, ScaleResults results)
            throws InterruptedException, SQLException {
        String what = "%s: %d ports on %d tables".formatted(contender.name(), cell.ports(), cell.tables());
        scenario.progress(what);
        try {
            results.add(course.run(cell, contender));
            return true;
        } catch (IOException | CallFailed broken) {
            scenario.progress(what + " has no result: " + broken.getMessage());
            return false;
        }
    }

    private List<Cell> cells() {
        try {
            if (!ports.isEmpty() || !tables.isEmpty() || whole) {
                return Cells.of(ports, tables);
            }
            return quick ? Cells.quick() : Cells.usual();
        } catch (IllegalArgumentException wrong) {
            throw scenario.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private void announce(List<Cell> cells, Costs costs) {
        Duration all = Duration.ZERO;
        for (Cell cell : cells) {
            Duration one = cell.estimate(costs);
            all = all.plus(one);
            scenario.progress(
                    "%4d ports on %4d tables: about %d s".formatted(cell.ports(), cell.tables(), one.toSeconds()));
        }
        scenario.progress("%d cells, about %d min; every finished row is kept in %s"
                .formatted(cells.size(), all.toMinutes() + 1, scenario.out()));
    }

    private ObjectNode options() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sources", Neighbours.SOURCES)
                .put("buildMillisPerTable", buildMillis)
                .put("introspectionMillisPerSource", introspectionMillis)
                .put("limitMinutes", limitMinutes);
    }
}
