package io.outputport.benchmark.validation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how many validations the service answers in a second beside the floor, how long they take, what memory is
 * resident afterwards, and how long {@code validate --offline} takes from cold beside a bare start of the framework.
 */
public final class ValidationFigures {
    private static final Path REPORT = Path.of("provisioner/benchmark/target/validation.json");
    /** The service has ten times the floor's code to compile; after a quarter of a minute it still did. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("warmUp", 45);

    private static final int ROUND_SECONDS = Integer.getInteger("round", 8);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private final PrintStream out;
    private final ObjectNode report = JsonNodeFactory.instance.objectNode();

    private ValidationFigures(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ValidationFigures figures = new ValidationFigures(System.out);
        figures.throughput(Descriptor.usual());
        figures.coldStart(new ColdStart(Descriptor.usual()));
        Files.writeString(REPORT, figures.report.toPrettyString());
    }

    private void throughput(Descriptor descriptor) throws IOException, InterruptedException {
        int servicePort = JavaProcess.freePort();
        int floorPort = JavaProcess.freePort();
        out.printf(
                "Java %s, %d processors, %d bytes of YAML, %d connections, %s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                descriptor.asText().length,
                Load.CONNECTIONS,
                String.join(" ", Programs.OPTIONS));
        try (JavaProcess service = Programs.service(servicePort);
                JavaProcess floor = Programs.floor(floorPort)) {
            service.awaitPort(servicePort);
            floor.awaitPort(floorPort);
            Load validations = new Load(servicePort, "/v1/validate", descriptor.asRequest(), "{\"valid\":true");
            Load parses = new Load(floorPort, "/parse", descriptor.asText(), "LinkedHashMap");
            parses.run(WARM_UP_SECONDS);
            validations.run(WARM_UP_SECONDS);
            compare(parses, validations);
            memory(service);
        }
    }

    /** In turns, so that a busy moment of the machine falls on both. */
    private void compare(Load parses, Load validations) throws IOException, InterruptedException {
        List<Latencies> floor = new ArrayList<>();
        List<Latencies> service = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            floor.add(parses.run(ROUND_SECONDS));
            service.add(validations.run(ROUND_SECONDS));
        }
        Latencies parse = Latencies.middle(floor);
        Latencies validate = Latencies.middle(service);
        out.printf("%-34s %10s %10s %10s%n", "", "per second", "p50 ms", "p99 ms");
        line("parse only, bare Micronaut", parse);
        line("POST /v1/validate", validate);
        out.printf("ratio %43.2f %21.2f%n", validate.perSecond() / parse.perSecond(), validate.p99() / parse.p99());
    }

    private void line(String name, Latencies latencies) {
        out.printf("%-34s %10.0f %10.2f %10.2f%n", name, latencies.perSecond(), latencies.median(), latencies.p99());
        report.putObject(name)
                .put("perSecond", latencies.perSecond())
                .put("p50Millis", latencies.median())
                .put("p99Millis", latencies.p99());
    }

    private void memory(JavaProcess service) throws IOException {
        long resident = service.residentMebibytes();
        out.printf("resident after the load: %d MiB%n", resident);
        report.put("residentMebibytes", resident);
    }

    private void coldStart(ColdStart cold) throws IOException, InterruptedException {
        double floor = cold.floor();
        double plain = cold.offline();
        double shared = cold.offlineWithArchive();
        out.printf("bare Micronaut start: %.0f ms%n", floor);
        out.printf("validate --offline: %.0f ms (%.2f of it)%n", plain, plain / floor);
        out.printf("validate --offline with a class-data archive: %.0f ms (%.2f of it)%n", shared, shared / floor);
        report.put("bareStartMillis", floor).put("offlineMillis", plain).put("offlineArchiveMillis", shared);
    }
}
