package io.outputport.benchmark.durable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The service's jar as a process with 256 MB of heap, which tells how much of it was in use. */
final class Replica implements AutoCloseable {
    private static final Path JAR =
            Path.of(System.getProperty("benchmark.service", "provisioner/service/target/provisioner.jar"));
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    /** Heap in use before a collection, in the collector's log. */
    private static final Pattern USED = Pattern.compile("(\\d+)M->\\d+M\\(");

    private final Process process;
    private final URI url;
    private final Path collections;

    private Replica(Process process, URI url, Path collections) {
        this.process = process;
        this.url = url;
        this.collections = collections;
    }

    static Replica start(Map<String, String> settings, Calls calls) throws IOException, InterruptedException {
        Path collections = Files.createTempFile("replica-gc", ".log");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Xlog:gc:file=" + collections,
                        "-jar",
                        JAR.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(settings);
        builder.environment().put("PROVISIONER_HOST", "127.0.0.1");
        builder.environment().put("PROVISIONER_PORT", Integer.toString(port));
        Replica replica = new Replica(builder.start(), URI.create("http://127.0.0.1:" + port), collections);
        replica.awaitReady(calls);
        return replica;
    }

    private void awaitReady(Calls calls) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!calls.isOk(URI.create(url + "/health/readiness"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("the service did not start; run it by hand to see why");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    URI url() {
        return url;
    }

    /** The most of its heap that was in use, in MB. */
    long mostHeap() throws IOException {
        return USED.matcher(Files.readString(collections))
                .results()
                .mapToLong(Replica::megabytes)
                .max()
                .orElse(0);
    }

    private static long megabytes(MatchResult match) {
        return Long.parseLong(match.group(1));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
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
