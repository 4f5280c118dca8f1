package io.outputport.benchmark.siege;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.landscape.SandboxParts;
import io.outputport.benchmark.run.ImageOptions;
import io.outputport.benchmark.run.Scenario;
import io.outputport.sandbox.StartFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of this scenario. */
@Command(
        name = "siege",
        description =
                "The service with the image's options and the chart's limit under everything at once: large bodies,"
                        + " half-sent ones, slow senders, aborts, a full disk, a full queue over a database that freezes."
                        + " Exit code 1 when it took more than the limit, lost something, or logged an error.",
        sortOptions = false)
public final class SiegeScenario implements Callable<Integer> {
    private static final List<String> ALL = List.of("requests", "disk", "database");

    @Option(
            names = "--part",
            paramLabel = "N",
            defaultValue = "1",
            description = "10 is a tenth of everything, to see that it works; default ${DEFAULT-VALUE}")
    private int part;

    @Option(
            names = "--stages",
            paramLabel = "STAGE",
            split = ",",
            defaultValue = "requests,disk,database",
            description = "what is done, of requests, disk, database; default ${DEFAULT-VALUE}")
    private List<String> stages = List.of();

    @Option(
            names = "--module",
            paramLabel = "FOLDER",
            defaultValue = ImageOptions.MODULE,
            description = "the module that has the options of the images; default ${DEFAULT-VALUE}")
    private Path module = Path.of("");

    @Mixin
    private final Scenario scenario = new Scenario();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, StartFailed {
        if (part < 1 || !ALL.containsAll(stages)) {
            throw scenario.wrong("--part is at least 1, and --stages are of " + String.join(", ", ALL) + ".");
        }
        ObjectNode options = JsonNodeFactory.instance
                .objectNode()
                .put("part", part)
                .put("limitMebibytes", ImageOptions.LIMIT_MEBIBYTES);
        List<String> java = ImageOptions.read(module);
        SiegeResults results = new SiegeResults(scenario.results(), scenario.report(options));
        results.head();
        try (SandboxParts around = SandboxParts.start(List.of("role-mapper", "hasura"))) {
            Siege siege = new Siege(scenario, part, java, around, results);
            if (stages.contains("requests")) {
                siege.requests();
            }
            if (stages.contains("disk")) {
                siege.disk();
            }
            if (stages.contains("database")) {
                siege.database();
            }
        }
        return results.verdict() ? 0 : 1;
    }
}
