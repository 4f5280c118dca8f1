package io.outputport.benchmark.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.benchmark.landscape.Hasura;
import io.outputport.benchmark.landscape.SandboxParts;
import io.outputport.benchmark.landscape.ServiceProcess;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.report.Table;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.Scenario;
import io.outputport.benchmark.run.ServiceProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures the service's start and its memory, and the schema builds that a first and an unchanged second provision
 * bring about.
 */
@Command(
        name = "start",
        description = "Start and memory of the service; schema builds of a first and an unchanged second provision.")
public final class StartScenario implements Callable<Integer> {
    private static final List<List<String>> OPTIONS =
            List.of(List.of(), List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

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
        ServiceProgram program = scenario.program();
        Http http = new Http(Duration.ofSeconds(30));
        JsonReport report = scenario.report(JsonNodeFactory.instance.objectNode());
        try (SandboxParts around = SandboxParts.start(List.of("postgres", "role-mapper", "hasura"))) {
            starts(program, around.serviceSettings(), http, report);
            provisions(program, around, http, report);
        }
        return 0;
    }

    private void starts(ServiceProgram program, Map<String, String> settings, Http http, JsonReport report)
            throws IOException, InterruptedException {
        Table table = new Table(scenario.results(), List.of(" ".repeat(50) + "options", "start ms", "resident MiB"));
        table.head();
        for (List<String> options : OPTIONS) {
            try (ServiceProcess started = ServiceProcess.start(program, options, settings, http)) {
                String name = options.isEmpty() ? "(none)" : String.join(" ", options);
                long millis = started.startTime().toMillis();
                String resident =
                        started.residentMebibytes().map(String::valueOf).orElse("?");
                table.row(List.of(name, Long.toString(millis), resident));
                report.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("options", name)
                        .put("startMillis", millis)
                        .put("residentMebibytes", resident));
            }
        }
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
