package io.outputport.benchmark.landscape;

import io.outputport.benchmark.run.FreePort;
import io.outputport.benchmark.run.HeapUse;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.JavaProcess;
import io.outputport.benchmark.run.Jdk;
import io.outputport.benchmark.run.ScratchFolder;
import io.outputport.benchmark.run.ServiceProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service as a process of its own, started the way operators start it. */
public final class ServiceProcess implements AutoCloseable {
    private static final String LOG = "service.log";
    private static final Duration LONGEST_COLLECTION = Duration.ofSeconds(30);

    private final Parts parts = new Parts();
    private final ScratchFolder folder;
    private final JavaProcess process;
    private final URI url;
    private final Duration startTime;

    private ServiceProcess(ServiceProgram program, List<String> options, Map<String, String> settings, Http http)
            throws IOException, InterruptedException {
        folder = parts.add(ScratchFolder.make("benchmark-service"));
        int port = FreePort.find();
        url = URI.create("http://127.0.0.1:" + port);
        try {
            long start = System.nanoTime();
            process = parts.add(
                    JavaProcess.start(arguments(program, options), environment(settings, port), folder.resolve(LOG)));
            process.await(() -> http.isOk(URI.create(url + "/health/readiness")));
            startTime = Duration.ofNanos(System.nanoTime() - start);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            parts.closeAfter(failed);
            throw failed;
        }
    }

    /**
     * Returns when {@code /health/readiness} answers that it is ready.
     *
     * @param options of {@code java}
     * @param settings environment variables; without {@code TASK_DB_URL} its task database is a new file
     */
    public static ServiceProcess start(
            ServiceProgram program, List<String> options, Map<String, String> settings, Http http)
            throws IOException, InterruptedException {
        return new ServiceProcess(program, options, settings, http);
    }

    public URI url() {
        return url;
    }

    public Duration startTime() {
        return startTime;
    }

    /** Resident memory in MiB; empty where the operating system has no {@code /proc}. */
    public Optional<Long> residentMebibytes() throws IOException {
        return process.residentMebibytes();
    }

    /** The most there was of it since it was last forgotten; empty where there is no {@code /proc}. */
    public Optional<Long> peakMebibytes() throws IOException {
        return process.peakMebibytes();
    }

    public void forgetPeak() throws IOException {
        process.forgetPeak();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** How many lines of its log are errors. */
    public long errors() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(LOG))) {
            return lines.filter(line -> line.contains("\"level\":\"ERROR\"")).count();
        }
    }

    /** The heap since the start; collects garbage once, so that even a short run has a figure. */
    public HeapUse heap() throws IOException, InterruptedException {
        new ProcessBuilder(Jdk.tool("jcmd"), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(LONGEST_COLLECTION.toSeconds(), TimeUnit.SECONDS);
        return HeapUse.of(Files.readAllLines(collections()));
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    /** Ends it without a chance to finish its work, as when a run has used up its time. */
    public void kill() {
        process.kill();
    }

    private List<String> arguments(ServiceProgram program, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add("-Xlog:gc:file=" + collections());
        arguments.addAll(program.arguments());
        return arguments;
    }

    private Map<String, String> environment(Map<String, String> settings, int port) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PROVISIONER_HOST", "127.0.0.1");
        environment.put("PROVISIONER_PORT", Integer.toString(port));
        environment.putIfAbsent("TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("tasks"));
        return environment;
    }

    private Path collections() {
        return folder.resolve("gc.log");
    }
}
