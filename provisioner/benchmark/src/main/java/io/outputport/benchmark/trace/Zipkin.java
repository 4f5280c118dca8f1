package io.outputport.benchmark.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.benchmark.run.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A Zipkin server with its store in memory, as a process on a free port. */
final class Zipkin implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI url;

    private Zipkin(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static Zipkin start(Path jar) throws IOException {
        int port = FreePort.find();
        ProcessBuilder java = JavaCommand.of(jar)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment().put("QUERY_PORT", Integer.toString(port));
        return new Zipkin(java.start(), URI.create("http://127.0.0.1:" + port));
    }

    /** What makes a service send its spans here. */
    Map<String, String> variables() {
        return Map.of(
                "OTEL_TRACES_EXPORTER", "zipkin",
                "OTEL_EXPORTER_ZIPKIN_ENDPOINT", url + "/api/v2/spans",
                "OTEL_SERVICE_NAME", "provisioner",
                "OTEL_BSP_SCHEDULE_DELAY", "200");
    }

    void awaitHealth(Duration atMost) throws IOException, InterruptedException {
        Await.until("Zipkin", atMost, () -> get("/health").statusCode() == 200);
    }

    /** All spans of a trace in the order of their start, once those of these names are there. */
    List<ZipkinSpan> awaitTrace(String id, Set<String> names, Duration atMost)
            throws IOException, InterruptedException {
        Await.until(
                "the trace",
                atMost,
                () -> spans(id).stream()
                        .map(ZipkinSpan::name)
                        .collect(Collectors.toSet())
                        .containsAll(names));
        return spans(id);
    }

    private List<ZipkinSpan> spans(String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v2/trace/" + id);
        if (answer.statusCode() != 200) {
            return List.of();
        }
        List<ZipkinSpan> spans = new ArrayList<>();
        for (JsonNode span : JSON.readTree(answer.body())) {
            spans.add(ZipkinSpan.of(span));
        }
        spans.sort(Comparator.comparingLong(ZipkinSpan::start));
        return spans;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
