package io.outputport.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.StartFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Prints what the service costs: its start and its memory, and the schema builds that a first and an unchanged second
 * provision bring about. Run from the root of the repository, after {@code mvn package}.
 */
public final class Figures {
    private static final Path SERVICE = Path.of("provisioner/service/target/provisioner.jar");
    private static final Path REQUEST = Path.of("provisioner/sandbox/descriptors/requests/vaccinations-postgres.json");
    private static final Path REPORT = Path.of("provisioner/benchmark/target/figures.json");
    private static final List<List<String>> OPTIONS =
            List.of(List.of(), List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    private final Http http = new Http();
    private final PrintStream out;
    private final RunningSandbox sandbox;

    private Figures(PrintStream out, RunningSandbox sandbox) {
        this.out = out;
        this.sandbox = sandbox;
    }

    public static void main(String[] args) throws IOException, InterruptedException, StartFailed {
        PrintStream out = System.out;
        System.setOut(System.err);
        Map<String, String> environment = new HashMap<>();
        environment.put("SANDBOX_PARTS", "postgres,role-mapper,hasura");
        for (String part : List.of("HASURA", "ROLE_MAPPER", "POSTGRES")) {
            environment.put("SANDBOX_" + part + "_PORT", "0");
        }
        try (RunningSandbox sandbox = new RunningSandbox()) {
            sandbox.start(environment);
            new Figures(out, sandbox).print();
        }
    }

    private void print() throws IOException, InterruptedException {
        out.printf(
                "Java %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        out.printf("%-55s %10s %14s%n", "options", "start ms", "resident MiB");
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        for (List<String> options : OPTIONS) {
            try (ServiceJar service = start(options)) {
                startAndMemory(String.join(" ", options), service, report);
            }
        }
        try (ServiceJar service = start(List.of())) {
            provision("first provision", service, report);
            provision("second provision, unchanged", service, report);
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report.toPrettyString());
    }

    private ServiceJar start(List<String> options) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        sandbox.ready()
                .path("env")
                .fields()
                .forEachRemaining(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        Path tasks = Files.createTempDirectory("figures-tasks").resolve("tasks");
        settings.put("TASK_DB_URL", "jdbc:h2:file:" + tasks);
        return ServiceJar.start(SERVICE, options, settings, http);
    }

    private void startAndMemory(String options, ServiceJar service, ObjectNode report) throws IOException {
        String name = options.isEmpty() ? "(none)" : options;
        long millis = service.startTime().toMillis();
        String resident = service.residentMebibytes().map(String::valueOf).orElse("?");
        out.printf("%-55s %10d %14s%n", name, millis, resident);
        report.putObject(name).put("startMillis", millis).put("residentMebibytes", resident);
    }

    private void provision(String name, ServiceJar service, ObjectNode report)
            throws IOException, InterruptedException {
        int before = schemaBuilds();
        long start = System.nanoTime();
        String token = http.post(URI.create(service.url() + "/v1/provision"), Files.readString(REQUEST));
        String status = await(URI.create(service.url() + "/v1/provision/" + token + "/status"));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        int builds = schemaBuilds() - before;
        out.printf("%s: %s, %d schema builds, %d ms%n", name, status, builds, millis);
        report.putObject(name).put("status", status).put("schemaBuilds", builds).put("millis", millis);
    }

    private int schemaBuilds() throws IOException, InterruptedException {
        String hasura = sandbox.ready().path("hasura").asText();
        return http.get(URI.create(hasura + "/sandbox/stats"))
                .path("schemaBuilds")
                .asInt();
    }

    private String await(URI status) throws IOException, InterruptedException {
        JsonNode body = http.get(status);
        while (body.path("status").asText().equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(20);
            body = http.get(status);
        }
        return body.path("status").asText();
    }
}
