package io.outputport.benchmark.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

/** The service as a process of its own, started the way operators start it, with an empty task database. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Process process;
    private final URI url;
    private final Duration startTime;
    private final ScratchFolder folder;
    /** For a run that is cut off. */
    private final Thread lastWord;

    private ServiceProcess(Process process, URI url, Duration startTime, ScratchFolder folder) {
        this.process = process;
        this.url = url;
        this.startTime = startTime;
        this.folder = folder;
        this.lastWord = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastWord);
    }

    /**
     * Returns when {@code /health/readiness} answers that it is ready.
     *
     * @param options of {@code java}
     * @param settings environment variables
     */
    public static ServiceProcess start(
            ServiceProgram program, List<String> options, Map<String, String> settings, Http http)
            throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.make("benchmark-service");
        int port = freePort();
        long start = System.nanoTime();
        Process process = launch(command(program, options, folder), environment(settings, port, folder), folder);
        URI url = URI.create("http://127.0.0.1:" + port);
        while (!http.isOk(URI.create(url + "/health/readiness"))) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
                process.destroyForcibly();
                throw new IOException("The service did not start; its log is " + log(folder));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return new ServiceProcess(process, url, Duration.ofNanos(System.nanoTime() - start), folder);
    }

    public URI url() {
        return url;
    }

    public Duration startTime() {
        return startTime;
    }

    /** Resident memory in MiB; empty where the operating system has no {@code /proc}. */
    public Optional<Long> residentMebibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    /** The heap since the start; collects garbage once, so that even a short run has a figure. */
    public HeapUse heap() throws IOException, InterruptedException {
        new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        return HeapUse.of(Files.readAllLines(collections(folder)));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(lastWord);
        folder.close();
    }

    /** Ends it without a chance to finish its work, as when a run has used up its time. */
    public void kill() {
        process.destroyForcibly();
    }

    private static Process launch(List<String> command, Map<String, String> environment, ScratchFolder folder)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(folder).toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static List<String> command(ServiceProgram program, List<String> options, ScratchFolder folder) {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(options);
        command.add("-Xlog:gc:file=" + collections(folder));
        command.addAll(program.arguments());
        return command;
    }

    private static Map<String, String> environment(Map<String, String> settings, int port, ScratchFolder folder) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PROVISIONER_HOST", "127.0.0.1");
        environment.put("PROVISIONER_PORT", Integer.toString(port));
        environment.put("TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("tasks"));
        return environment;
    }

    private static Path log(ScratchFolder folder) {
        return folder.resolve("service.log");
    }

    private static Path collections(ScratchFolder folder) {
        return folder.resolve("gc.log");
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
