package io.outputport.benchmark.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.benchmark.run.FreePort;
import io.outputport.benchmark.run.HeapUse;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.JavaProcess;
import io.outputport.benchmark.run.Jdk;
import io.outputport.benchmark.sharing.QueryConnection.Query;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The sharing server as a process, with the tables shared and somebody who has a token. */
final class SharingProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JavaProcess process;
    private final Path collections;
    private final URI url;
    private final Duration startTime;
    private final Http http = new Http(Duration.ofMinutes(1));
    private final String token;

    private SharingProcess(Started started, List<WideTable> tables) throws IOException, InterruptedException {
        this.process = started.process();
        this.collections = started.collections();
        this.url = started.url();
        long start = System.nanoTime();
        process.await(() -> http.isOk(URI.create(url + "/health/readiness")));
        this.startTime = Duration.ofNanos(System.nanoTime() - start);
        this.token = shared(tables);
    }

    /** A process that is on its way. */
    private record Started(JavaProcess process, Path collections, URI url) {}

    /**
     * Returns when it is ready.
     *
     * @param program arguments of {@code java}
     * @param work takes what it writes; the lake is in it
     * @param database a JDBC address with its user
     */
    static SharingProcess start(List<String> program, Path work, String database, List<WideTable> tables)
            throws IOException, InterruptedException {
        int port = FreePort.find();
        Path collections = work.resolve("sharing-gc.log");
        List<String> arguments = new ArrayList<>(List.of("-Xlog:gc:file=" + collections));
        arguments.addAll(program);
        Map<String, String> environment = Map.of(
                // As in the image: what C code has freed is not kept for each thread.
                "MALLOC_ARENA_MAX",
                "2",
                "SHARING_HOST",
                "127.0.0.1",
                "SHARING_PORT",
                Integer.toString(port),
                "SHARING_DB_URL",
                database,
                "SHARING_SIGNING_KEY",
                "0123456789abcdef0123456789abcdef",
                "SHARING_STORAGE_LAKE",
                work.resolve("lake").toString(),
                "ACCESS_LOG",
                "false");
        JavaProcess process = JavaProcess.start(arguments, environment, work.resolve("sharing.log"));
        try {
            return new SharingProcess(
                    new Started(process, collections, URI.create("http://127.0.0.1:" + port)), tables);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            process.close();
            throw failed;
        }
    }

    private String shared(List<WideTable> tables) throws IOException, InterruptedException {
        http.put(
                at("/admin/v1/shares/bench"),
                "{\"tables\":[" + tables.stream().map(SharingProcess::table).collect(Collectors.joining(",")) + "]}");
        http.put(at("/admin/v1/recipients/reader"), "{}");
        http.put(at("/admin/v1/shares/bench/grants"), "{\"recipients\":[\"reader\"]}");
        JsonNode link = JSON.readTree(http.post(at("/admin/v1/recipients/reader/activations"), "{}"));
        String address = link.path("activationUrl").asText();
        String code = address.substring(address.indexOf('#') + 1);
        JsonNode profile = JSON.readTree(http.post(at("/activation"), "", Map.of("Authorization", "Bearer " + code)));
        return profile.path("bearerToken").asText();
    }

    private static String table(WideTable table) {
        return "{\"schema\":\"wide\",\"name\":\"" + table.name() + "\",\"storage\":\"lake\",\"path\":\"" + table.name()
                + "\"}";
    }

    private URI at(String path) {
        return URI.create(url + path);
    }

    Query query(WideTable table) {
        return new Query(
                url.getPort(), "/delta-sharing/shares/bench/schemas/wide/tables/" + table.name() + "/query", token);
    }

    /** The text of one answer, as the floor then gives it. */
    String answer(WideTable table) throws IOException, InterruptedException {
        return http.post(at(query(table).path()), "{}", Map.of("Authorization", "Bearer " + token));
    }

    Duration processorTime() {
        return process.processorTime();
    }

    Duration startTime() {
        return startTime;
    }

    Optional<Long> residentMebibytes() throws IOException {
        return process.residentMebibytes();
    }

    Optional<Long> peakMebibytes() throws IOException {
        return process.peakMebibytes();
    }

    /** Collects garbage once, so that there is a figure. */
    HeapUse heap() throws IOException, InterruptedException {
        new ProcessBuilder(Jdk.tool("jcmd"), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(30, TimeUnit.SECONDS);
        return HeapUse.of(Files.readAllLines(collections));
    }

    @Override
    public void close() {
        process.close();
    }
}
