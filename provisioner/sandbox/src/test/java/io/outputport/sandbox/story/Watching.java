package io.outputport.sandbox.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Http;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A service that looks for drift several times a second, and what its operator sees of its ports. */
final class Watching implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final OwnService service;
    private final Http http;

    private Watching(OwnService service) {
        this.service = service;
        this.http = Http.to(service.url());
    }

    /** @param check {@code report} or {@code repair} */
    static Watching start(Map<String, String> variables, String check, Path tasks) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("DRIFT_CHECK", check);
        all.put("DRIFT_CHECK_INTERVAL", "300ms");
        return new Watching(OwnService.start(all, tasks));
    }

    Platform platform() {
        return service.platform();
    }

    URI url() {
        return service.url();
    }

    /** The port as {@code GET /v1/ports} lists it; missing when it does not. */
    JsonNode port(Product product) {
        return http.get("/v1/ports?component=" + product.componentId()).json().at("/ports/0");
    }

    JsonNode ports(String query) {
        return http.get("/v1/ports" + query).json();
    }

    JsonNode awaitState(Product product, String state) {
        return await(product.componentId() + " is " + state)
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> port(product), port -> port.path("state").asText().equals(state));
    }

    JsonNode awaitRepairs(Product product, int repairs) {
        return await(product.componentId() + " is repaired")
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(
                        () -> port(product),
                        port -> port.path("repairs").asInt() == repairs
                                && port.path("state").asText().equals("IN_SYNC")
                                && repairTasks(product, "COMPLETED").size() == repairs);
    }

    JsonNode awaitAlert(Product product) {
        return await(product.componentId() + " is alerted")
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> port(product), port -> port.path("alert").asBoolean());
    }

    /** Waits until a repair of the port has failed and waits to be tried again. */
    void awaitWaitingRepair(Product product) {
        await("a repair of " + product.componentId() + " waits")
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> repairTasks(product, "RUNNING").stream().anyMatch(task -> task.hasNonNull("nextDue")));
    }

    /** Repairs of the port, in the order in which {@code GET /tasks} lists them. */
    List<JsonNode> repairTasks(Product product, String state) {
        JsonNode tasks = http.get("/tasks?component=" + product.componentId() + "&state=" + state)
                .json()
                .path("tasks");
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.path("operation").asText().equals("REPAIR"))
                .toList();
    }

    @Override
    public void close() {
        service.close();
    }
}
