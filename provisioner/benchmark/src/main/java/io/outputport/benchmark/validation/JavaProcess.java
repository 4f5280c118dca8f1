package io.outputport.benchmark.validation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java of its own, so that nothing of one side's warm-up or garbage falls on the other. */
final class JavaProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    static JavaProcess start(List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start());
    }

    void awaitPort(int port) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!isOpen(port)) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
                throw new IOException("the program did not start; run it by hand to see why");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** How the program ended, which it must do as it should. */
    void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("the program did not end as it should; run it by hand to see why");
        }
    }

    long residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
