package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Hasura as its administrator sees it; {@code /sandbox/…} exists on the stand-in only. */
final class Engine {
    /** The service's own writes, whichever way they take. */
    static final String WRITE = "replace_metadata|bulk";

    /** Longer than any story lasts. */
    private static final Duration HELD = Duration.ofMinutes(5);

    private final URI hasura;
    private final String adminSecret;
    private final Http http;

    Engine(URI hasura, String adminSecret) {
        this.hasura = hasura;
        this.adminSecret = adminSecret;
        http = Http.to(hasura, Map.of("X-Hasura-Admin-Secret", adminSecret));
    }

    JsonNode metadata() {
        return operation("{\"type\":\"export_metadata\",\"version\":2,\"args\":{}}")
                .path("metadata");
    }

    /** Whatever it is answered with. */
    Reply offer(String request) {
        return http.post("/v1/metadata", request);
    }

    JsonNode operation(String request) {
        Reply reply = offer(request);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** Asks GraphQL as a role that the administrator names. */
    JsonNode query(String role, String query) {
        String request =
                JsonNodeFactory.instance.objectNode().put("query", query).toString();
        return Http.to(hasura, Map.of("X-Hasura-Admin-Secret", adminSecret, "X-Hasura-Role", role))
                .post("/v1/graphql", request)
                .json();
    }

    /** The source that holds a table of this custom name; missing when none does. */
    JsonNode sourceOf(String customName) {
        for (JsonNode source : metadata().path("sources")) {
            for (JsonNode table : source.path("tables")) {
                if (table.at("/configuration/custom_name").asText().equals(customName)) {
                    return source;
                }
            }
        }
        return metadata().path("there is none");
    }

    /** The entry of the table of this custom name; missing when there is none. */
    JsonNode tableOf(String customName) {
        for (JsonNode table : sourceOf(customName).path("tables")) {
            if (table.at("/configuration/custom_name").asText().equals(customName)) {
                return table;
            }
        }
        return metadata().path("there is none");
    }

    boolean offers(String customName) {
        return !sourceOf(customName).isMissingNode();
    }

    Stats stats() {
        JsonNode stats = standIn(http.get("/sandbox/stats")).json();
        return new Stats(
                stats.path("schemaBuilds").asInt(),
                stats.path("metadataWrites").asInt(),
                stats.path("introspections").asInt());
    }

    void settings(String json) {
        standIn(http.post("/sandbox/settings", json));
    }

    /** The next request of this metadata operation waits until it is let go. */
    void holdNext(String type) {
        fault(type, "slow", HELD);
    }

    /** The next request of this metadata operation meets the fault. */
    void fault(String type, String fault, Duration length) {
        fault(type, fault, length, 1);
    }

    /** So many of the next requests meet it. */
    void fault(String type, String fault, Duration length, int times) {
        standIn(http.post(
                "/sandbox/faults",
                "[{\"path\":\"/v1/metadata\",\"type\":\"%s\",\"fault\":\"%s\",\"millis\":%d,\"times\":%d}]"
                        .formatted(type, fault, length.toMillis(), times)));
    }

    /** The whole metadata becomes this again. */
    void restore(JsonNode metadata) {
        operation("{\"type\":\"replace_metadata\",\"args\":" + metadata + "}");
    }

    /** Its next requests meet these faults. */
    void arm(String faults) {
        standIn(http.post("/sandbox/faults", faults));
    }

    /** The next requests of this metadata operation meet the fault at once. */
    void faults(String type, String fault, int times) {
        standIn(http.post(
                "/sandbox/faults",
                "[{\"path\":\"/v1/metadata\",\"type\":\"%s\",\"fault\":\"%s\",\"millis\":0,\"times\":%d}]"
                        .formatted(type, fault, times)));
    }

    /** Waits until a request has met the fault that was set. */
    void awaitFaultMet() {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> http.get("/sandbox/faults").json().isEmpty());
    }

    /** What a fault holds goes on. */
    void letGo() {
        clearFaults();
    }

    void clearFaults() {
        http.delete("/sandbox/faults");
    }

    private static Reply standIn(Reply reply) {
        Assumptions.assumeTrue(reply.status() != 404, "A real Hasura has no switches.");
        assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
        return reply;
    }

    record Stats(int schemaBuilds, int metadataWrites, int introspections) {
        Stats since(Stats before) {
            return new Stats(
                    schemaBuilds - before.schemaBuilds,
                    metadataWrites - before.metadataWrites,
                    introspections - before.introspections);
        }
    }
}
