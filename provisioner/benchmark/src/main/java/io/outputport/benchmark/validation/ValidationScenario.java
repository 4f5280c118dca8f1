package io.outputport.benchmark.validation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.load.Descriptor;
import io.outputport.benchmark.load.Load;
import io.outputport.benchmark.load.Round;
import io.outputport.benchmark.run.FreePort;
import io.outputport.benchmark.run.JavaProcess;
import io.outputport.benchmark.run.Scenario;
import io.outputport.benchmark.run.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of this scenario. */
@Command(
        name = "validation",
        description = "Validations that the service answers in a second, how long they take and what memory is resident"
                + " afterwards, beside a bare Micronaut that only parses the same YAML; and how long validate --offline"
                + " takes from cold, beside a bare start of Micronaut.",
        sortOptions = false)
public final class ValidationScenario implements Callable<Integer> {
    /** The service has ten times the floor's code to compile; after a quarter of a minute it still did. */
    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "45",
            description = "load on each side that is not measured; default ${DEFAULT-VALUE}")
    private int warmUpSeconds;

    @Option(
            names = "--round",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "length of one measured round of one side; default ${DEFAULT-VALUE}")
    private int roundSeconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "rounds of each side, in turns; the one in the middle counts; default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--cold-runs",
            paramLabel = "N",
            defaultValue = "9",
            description = "processes of each kind from their start to their end; the one in the middle counts, 0 leaves"
                    + " them out; default ${DEFAULT-VALUE}")
    private int coldRuns;

    @Mixin
    private final Scenario scenario = new Scenario();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (warmUpSeconds < 0 || roundSeconds < 1 || rounds < 1 || coldRuns < 0) {
            throw scenario.wrong("--round and --rounds are at least 1, --warm-up and --cold-runs no less than 0.");
        }
        Descriptor descriptor = Descriptor.usual();
        try (ScratchFolder folder = ScratchFolder.make("benchmark-validation")) {
            Programs programs = new Programs(scenario.program(), folder);
            ValidationResults results = new ValidationResults(scenario.results(), scenario.report(options(descriptor)));
            throughput(programs, descriptor, results);
            if (coldRuns > 0) {
                Path file = Files.writeString(folder.resolve("descriptor.yaml"), descriptor.yaml());
                coldStarts(new ColdStart(programs, file, coldRuns), results);
            }
        }
        return 0;
    }

    private void throughput(Programs programs, Descriptor descriptor, ValidationResults results)
            throws IOException, InterruptedException {
        int servicePort = FreePort.find();
        int floorPort = FreePort.find();
        Load validations = new Load(servicePort, "/v1/validate", descriptor.asRequest(), "{\"valid\":true");
        Load parses = new Load(floorPort, "/parse", descriptor.asText(), "LinkedHashMap");
        try (JavaProcess service = programs.service(servicePort);
                JavaProcess floor = programs.floor(floorPort)) {
            service.await(validations::isListenedTo);
            floor.await(parses::isListenedTo);
            scenario.progress("Warm-up of both, " + warmUpSeconds + " s each");
            parses.run(warmUpSeconds);
            validations.run(warmUpSeconds);
            compare(parses, validations, results);
            results.memory(service.residentMebibytes());
        }
    }

    /** In turns, so that a busy moment of the machine falls on both. */
    private void compare(Load parses, Load validations, ValidationResults results)
            throws IOException, InterruptedException {
        List<Round> floor = new ArrayList<>();
        List<Round> service = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            scenario.progress("Round %d of %d, %d s each".formatted(round + 1, rounds, roundSeconds));
            floor.add(parses.run(roundSeconds));
            service.add(validations.run(roundSeconds));
        }
        results.throughput(Round.middle(floor), Round.middle(service));
    }

    private void coldStarts(ColdStart cold, ValidationResults results) throws IOException, InterruptedException {
        scenario.progress("Cold starts, %d of each kind".formatted(coldRuns));
        results.coldStarts(cold.floor(), cold.offline(), cold.offlineWithArchive());
    }

    private ObjectNode options(Descriptor descriptor) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("descriptorBytes", descriptor.asText().length)
                .put("connections", Load.CONNECTIONS)
                .put("java", String.join(" ", Programs.OPTIONS))
                .put("warmUpSeconds", warmUpSeconds)
                .put("roundSeconds", roundSeconds)
                .put("rounds", rounds)
                .put("coldRuns", coldRuns);
    }
}
