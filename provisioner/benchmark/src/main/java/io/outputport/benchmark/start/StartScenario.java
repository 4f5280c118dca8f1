package io.outputport.benchmark.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.floor.Floor;
import io.outputport.benchmark.landscape.Hasura;
import io.outputport.benchmark.landscape.SandboxParts;
import io.outputport.benchmark.landscape.ServiceProcess;
import io.outputport.benchmark.load.Descriptor;
import io.outputport.benchmark.load.Load;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.report.Table;
import io.outputport.benchmark.run.FloorProgram;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.Scenario;
import io.outputport.benchmark.run.ScratchFolder;
import io.outputport.benchmark.run.ServiceProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures start and memory of the service beside a bare Micronaut, in turns, and the schema builds that a first and an unchanged second provision
 * bring about.
 */
@Command(
        name = "start",
        description = "Start and memory of the service; schema builds of a first and an unchanged second provision.")
public final class StartScenario implements Callable<Integer> {
    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "5",
            description = "starts of each contender, in turns; the one in the middle counts; default ${DEFAULT-VALUE}")
    private int turns;

    @Option(
            names = "--load",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "each is asked as fast as it answers for so long; default ${DEFAULT-VALUE}")
    private int loadSeconds;

    @Option(
            names = "--rest",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "and is then left alone for so long before its memory is looked at; default ${DEFAULT-VALUE}")
    private int restSeconds;

    @Option(
            names = "--scaffold",
            paramLabel = "JAR",
            description =
                    "a Spring Boot program as one more contender, for example a vendor's scaffold of a tech adapter;"
                            + " it is given SERVER_PORT")
    private Optional<Path> scaffold = Optional.empty();

    @Option(
            names = "--scaffold-path",
            paramLabel = "PATH",
            defaultValue = "/v1/validate",
            description = "what the scaffold answers with 200 when a validation is posted to it; default"
                    + " ${DEFAULT-VALUE}")
    private String scaffoldPath = "";

    @Option(
            names = "--request",
            paramLabel = "FILE",
            defaultValue = "provisioner/sandbox/descriptors/requests/vaccinations-postgres.json",
            description = "the body of a provision; default ${DEFAULT-VALUE}")
    private Path request = Path.of("");

    @Mixin
    private final Scenario scenario = new Scenario();

    @Override
    public Integer call() throws Exception {
        if (turns < 1 || loadSeconds < 1 || restSeconds < 0) {
            throw scenario.wrong("--turns and --load are at least 1, --rest no less than 0.");
        }
        ServiceProgram program = scenario.program();
        Http http = new Http(Duration.ofSeconds(30));
        JsonReport report = scenario.report(options());
        footprints(program, new StartResults(scenario.results(), report));
        try (SandboxParts around = SandboxParts.start(List.of("postgres", "role-mapper", "hasura"))) {
            provisions(program, around, http, report);
        }
        return 0;
    }

    private void footprints(ServiceProgram program, StartResults results) throws IOException, InterruptedException {
        try (ScratchFolder folder = ScratchFolder.make("benchmark-start")) {
            Footprints footprints = new Footprints(folder, turns, loadSeconds, restSeconds);
            List<StartedProgram> contenders = contenders(program, folder);
            for (StartOptions options : StartOptions.all()) {
                results.add(footprints.of(contenders, options, scenario::progress));
            }
        }
        results.pictures(scenario.out());
    }

    private ObjectNode options() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("turns", turns)
                .put("loadSeconds", loadSeconds)
                .put("restSeconds", restSeconds);
    }

    private List<StartedProgram> contenders(ServiceProgram program, ScratchFolder folder) throws IOException {
        Descriptor descriptor = Descriptor.usual();
        List<StartedProgram> contenders = new ArrayList<>();
        contenders.add(new StartedProgram(
                FloorProgram.NAME,
                FloorProgram.arguments(),
                port -> Map.of(Floor.PORT, Integer.toString(port)),
                port -> new Load(port, "/parse", descriptor.asText(), "LinkedHashMap")));
        scaffold.ifPresent(jar -> contenders.add(new StartedProgram(
                "scaffold",
                List.of("-jar", jar.toString()),
                port -> Map.of("SERVER_PORT", Integer.toString(port)),
                port -> new Load(port, scaffoldPath, descriptor.asRequest(), ""))));
        contenders.add(new StartedProgram(
                StartResults.SERVICE,
                program.arguments(),
                port -> ServiceProgram.alone(port, folder.resolve("tasks-" + port)),
                port -> new Load(port, "/v1/validate", descriptor.asRequest(), "{\"valid\":true")));
        return contenders;
    }

    private void provisions(ServiceProgram program, SandboxParts around, Http http, JsonReport report)
            throws IOException, InterruptedException {
        Hasura hasura = around.hasura();
        Table table =
                new Table(scenario.results(), List.of(" ".repeat(25) + "provision", "   status", "builds", "    ms"));
        table.head();
        try (ServiceProcess started = ServiceProcess.start(program, List.of(), around.serviceSettings(), http)) {
            for (String name : List.of("the first", "the second, unchanged")) {
                long before = hasura.counters().schemaBuilds();
                long start = System.nanoTime();
                String status = provision(started.url(), http);
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                long builds = hasura.counters().schemaBuilds() - before;
                table.row(List.of(name, status, Long.toString(builds), Long.toString(millis)));
                report.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("provision", name)
                        .put("status", status)
                        .put("schemaBuilds", builds)
                        .put("millis", millis));
            }
        }
    }

    private String provision(URI url, Http http) throws IOException, InterruptedException {
        String token = http.post(URI.create(url + "/v1/provision"), Files.readString(request));
        URI status = URI.create(url + "/v1/provision/" + token + "/status");
        JsonNode body = http.get(status);
        while (body.path("status").asText().equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(20);
            body = http.get(status);
        }
        return body.path("status").asText();
    }
}
