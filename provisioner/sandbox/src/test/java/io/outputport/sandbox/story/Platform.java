package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Leaks;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Witboost coordinator: sends work, polls its status until it has ended. */
final class Platform {
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "TERMINATED");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Http http;
    private final List<String> heard = new ArrayList<>();

    private final URI provisioner;

    Platform(URI provisioner) {
        this(provisioner, Map.of());
    }

    private Platform(URI provisioner, Map<String, String> headers) {
        this.provisioner = provisioner;
        this.http = Http.to(provisioner, headers);
    }

    /** The same platform, sending the context of a trace along. */
    Platform tracedBy(String header, String value) {
        return new Platform(provisioner, Map.of(header, value));
    }

    JsonNode validate(Sample sample) {
        Reply reply =
                hear(http.post("/v1/validate?details=true", sample.request().toString()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** What a provision would do; asked again where a busy machine kept it from being found in time. */
    JsonNode plan(Sample sample) {
        return await().atMost(PATIENCE)
                .until(
                        () -> planNow(sample),
                        plan -> !plan.path("notices").toString().contains("did not answer within"));
    }

    private JsonNode planNow(Sample sample) {
        Reply reply = hear(http.post("/v1/plan", sample.request().toString()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** What a repair of the port would do. */
    JsonNode planAgain(String component) {
        return hear(http.get("/v1/ports/" + component + "/plan")).json();
    }

    /** The verdict of the asynchronous validation. */
    JsonNode validateLater(Sample sample) {
        String token = accepted(http.post("/v2/validate", sample.request().toString()));
        return endedAt("/v2/validate/" + token + "/status?details=true").at("/info/publicInfo");
    }

    /** The token of the accepted task. */
    String startProvision(Sample sample) {
        return accepted(offerProvision(sample));
    }

    String startUnprovision(Sample sample) {
        return accepted(offerUnprovision(sample));
    }

    Reply offerProvision(Sample sample) {
        return hear(http.post("/v1/provision", sample.request().toString()));
    }

    Reply offerUnprovision(Sample sample) {
        return hear(http.post("/v1/unprovision", sample.request().toString()));
    }

    /** How a task stands now, as the service answers it. */
    Reply offerStatus(String token) {
        return hear(http.get("/v1/provision/" + token + "/status"));
    }

    /** How a port stands now, as an operator sees it. */
    Reply offerPort(String component) {
        return hear(http.get("/v1/ports?component=" + component));
    }

    Reply offerAcl(Sample sample, String... refs) {
        return hear(http.post("/v1/updateacl", sample.aclRequest(refs).toString()));
    }

    JsonNode provision(Sample sample) {
        return completed(startProvision(sample));
    }

    JsonNode unprovision(Sample sample) {
        return completed(startUnprovision(sample));
    }

    JsonNode updateAcl(Sample sample, String... refs) {
        return completed(accepted(offerAcl(sample, refs)));
    }

    Reply terminate(String token) {
        return http.delete("/v1/provision/" + token);
    }

    JsonNode terminated(String token) {
        JsonNode status = ended(token);
        assertThat(status.path("status").asText()).as(status.toPrettyString()).isEqualTo("TERMINATED");
        return status;
    }

    JsonNode completed(String token) {
        JsonNode status = ended(token);
        assertThat(status.path("status").asText()).as(status.toPrettyString()).isEqualTo("COMPLETED");
        return status;
    }

    JsonNode failed(String token) {
        JsonNode status = ended(token);
        assertThat(status.path("status").asText()).as(status.toPrettyString()).isEqualTo("FAILED");
        return status;
    }

    JsonNode ended(String token) {
        return endedAt("/v1/provision/" + token + "/status");
    }

    /** The status of a task that goes on, as soon as a line of its log holds the words. */
    JsonNode runningWith(String token, String words) {
        JsonNode status = await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(
                        () -> status("/v1/provision/" + token + "/status"),
                        it -> ENDED.contains(it.path("status").asText())
                                || messages(it).stream().anyMatch(line -> line.contains(words)));
        assertThat(status.path("status").asText()).as(status.toPrettyString()).isEqualTo("RUNNING");
        return status;
    }

    Reply offerReverse(String request) {
        return hear(http.post("/v1/reverse-provisioning", request));
    }

    JsonNode reverse(String request) {
        return reverseEnded(accepted(offerReverse(request)));
    }

    JsonNode reverseEnded(String token) {
        return endedAt(reversePath(token));
    }

    JsonNode reverseStatus(String token) {
        return status(reversePath(token));
    }

    private static String reversePath(String token) {
        return "/v1/reverse-provisioning/" + token + "/status";
    }

    /** As soon as it waits for its turn at Hasura, or is beyond that. */
    void pastItsFirstSteps(String token) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(
                        () -> status("/v1/provision/" + token + "/status"),
                        it -> ENDED.contains(it.path("status").asText())
                                || messages(it).stream().anyMatch(line -> line.contains("Waits for")));
    }

    /** What the log in a status says, line by line. */
    static List<String> messages(JsonNode status) {
        return status.path("logs").findValuesAsText("message");
    }

    /** Everything that the service ever answered. */
    String heard() {
        return String.join("\n", heard);
    }

    String accepted(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        assertThat(reply.body()).as("a raw token").doesNotContain("\"").isNotBlank();
        return reply.body();
    }

    /** Whether a task is in one of these states now. */
    boolean isAnswered(String token, Set<String> states) {
        return states.contains(
                status("/v1/provision/" + token + "/status").path("status").asText());
    }

    private JsonNode endedAt(String path) {
        return await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(
                        () -> status(path),
                        status -> ENDED.contains(status.path("status").asText()));
    }

    private JsonNode status(String path) {
        Reply reply = hear(http.get(path));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private Reply hear(Reply reply) {
        heard.add(reply.body());
        Leaks.OF_THIS_RUN.hear("an answer of the service", reply.body());
        return reply;
    }
}
