package io.outputport.benchmark.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Java of its own, so that nothing of one side's warm-up or garbage falls on the other. Ends with this process. */
public final class JavaProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final int LAST_WORDS = 2_000;

    private final Process process;
    private final Path output;
    /** For a run that is cut off. */
    private final Thread lastWord;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.lastWord = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastWord);
    }

    /**
     * Starts a Java.
     *
     * @param environment variables beside those of this process
     * @param output the file that takes all it says
     */
    public static JavaProcess start(List<String> arguments, Map<String, String> environment, Path output)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(Jdk.tool("java")));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start(), output);
    }

    /** Looks every few milliseconds until it is so. */
    public void await(Readiness ready) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!ready.holds()) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
                throw new IOException("The program did not start. " + lastWords());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Returns when the program has ended, which it must do by itself and well. */
    public void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("The program did not end as it should. " + lastWords());
        }
    }

    /** That all its threads have taken of processors so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public long pid() {
        return process.pid();
    }

    /** Resident memory in MiB; empty where the operating system has no {@code /proc}. */
    public Optional<Long> residentMebibytes() throws IOException {
        return mebibytes("VmRSS:");
    }

    /** The most there was of it, since the start or since it was last forgotten. */
    public Optional<Long> peakMebibytes() throws IOException {
        return mebibytes("VmHWM:");
    }

    public void forgetPeak() throws IOException {
        Path references = Path.of("/proc", Long.toString(process.pid()), "clear_refs");
        if (Files.isWritable(references)) {
            Files.writeString(references, "5");
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    private Optional<Long> mebibytes(String figure) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(figure))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    /** Ends it without a chance to finish its work, as when a run has used up its time. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
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
    }

    private String lastWords() throws IOException {
        String said = Files.readString(output, StandardCharsets.UTF_8).strip();
        return said.isEmpty()
                ? "It said nothing."
                : "It said: " + said.substring(Math.max(0, said.length() - LAST_WORDS));
    }

    /** What is waited for. */
    @FunctionalInterface
    public interface Readiness {
        boolean holds() throws IOException, InterruptedException;
    }
}
