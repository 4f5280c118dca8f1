package io.outputport.benchmark.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Deploys a port in the sandbox, whose service sends its spans to a Zipkin, and draws the trace that Zipkin answers.
 * {@code .ci/trace} starts it.
 */
public final class TraceTour {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Without them the story is not told to its end. */
    private static final Set<String> EXPECTED =
            Set.of("post /v1/provision", "task provision", "wave", "wait for turn", "step confirm", "select pg_class");

    private TraceTour() {}

    /** Arguments: the jars of Zipkin and of the sandbox, a descriptor, and the picture to write. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        try (Zipkin zipkin = Zipkin.start(Path.of(arguments[0]));
                SandboxProcess sandbox = SandboxProcess.start(Path.of(arguments[1]), zipkin.variables())) {
            zipkin.awaitHealth(PATIENCE);
            provision(sandbox.provisioner(), Files.readString(Path.of(arguments[2])));
            List<ZipkinSpan> spans = zipkin.awaitTrace(TRACE, EXPECTED, PATIENCE);
            new TracePicture(spans).save(Path.of(arguments[3]));
            spans.forEach(span -> System.out.println(span.line()));
        }
    }

    private static void provision(URI provisioner, String descriptor) throws IOException, InterruptedException {
        ObjectNode request = JSON.createObjectNode()
                .put("descriptorKind", "COMPONENT_DESCRIPTOR")
                .put("descriptor", descriptor)
                .put("removeData", false);
        String token = send(HttpRequest.newBuilder(URI.create(provisioner + "/v1/provision"))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString(request.toString())));
        URI status = URI.create(provisioner + "/v1/provision/" + token + "/status");
        Await.until("the provision", PATIENCE, () -> ended(JSON.readTree(send(HttpRequest.newBuilder(status)))));
    }

    private static boolean ended(JsonNode status) {
        String state = status.path("status").asText();
        if (state.equals("FAILED")) {
            throw new IllegalStateException(status.toPrettyString());
        }
        return state.equals("COMPLETED");
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }
}
