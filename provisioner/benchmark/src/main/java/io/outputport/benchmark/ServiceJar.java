package io.outputport.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The service's jar as a process of its own, started the way operators start it. */
final class ServiceJar implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final Process process;
    private final URI url;
    private final Duration startTime;

    private ServiceJar(Process process, URI url, Duration startTime) {
        this.process = process;
        this.url = url;
        this.startTime = startTime;
    }

    /** @return when {@code /health/readiness} answers that it is ready */
    static ServiceJar start(Path jar, List<String> options, Map<String, String> settings, Http http)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(settings);
        builder.environment().put("PROVISIONER_HOST", "127.0.0.1");
        builder.environment().put("PROVISIONER_PORT", Integer.toString(port));
        long start = System.nanoTime();
        Process process = builder.start();
        URI url = URI.create("http://127.0.0.1:" + port);
        while (!http.isOk(URI.create(url + "/health/readiness"))) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
                process.destroyForcibly();
                throw new IOException("the service did not start; run it by hand to see why");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return new ServiceJar(process, url, Duration.ofNanos(System.nanoTime() - start));
    }

    URI url() {
        return url;
    }

    Duration startTime() {
        return startTime;
    }

    /** Resident memory in MiB; empty where the operating system has no {@code /proc}. */
    Optional<Long> residentMebibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
