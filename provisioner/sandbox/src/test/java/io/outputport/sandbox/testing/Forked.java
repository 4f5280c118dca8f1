package io.outputport.sandbox.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A Java process of its own with this class path, so that it can be stopped and killed. */
public final class Forked implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    private Forked(Process process, Path errors) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.errors = errors;
    }

    public static Forked main(Class<?> main, Map<String, String> environment, String... arguments) {
        try {
            Path errors = Files.createTempFile("forked", ".err");
            ProcessBuilder java = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            // As in the image: another collector wants the place of 50 MB in one piece, and may not
                            // find it.
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            main.getName())
                    .redirectError(errors.toFile());
            java.command().addAll(List.of(arguments));
            java.environment().putAll(environment);
            Leaks.OF_THIS_RUN.plant(environment);
            return new Forked(java.start(), errors);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next line of standard output; empty when it has ended. */
    public String line() {
        try {
            return CompletableFuture.supplyAsync(this::nextLine)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (java.util.concurrent.CompletionException late) {
            throw new AssertionError("No line within " + PATIENCE + "; standard error:\n" + errors(), late);
        }
    }

    /** All of standard output to its end. */
    public String rest() {
        return output.lines().collect(java.util.stream.Collectors.joining("\n"));
    }

    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SIGTERM, then the exit code; what it still printed can be read afterwards. */
    public int terminate() {
        process.toHandle().destroy();
        return exitCode();
    }

    /** SIGKILL: no hook of the process runs. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Still running after " + PATIENCE + "; standard error:\n" + errors());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Leaks.OF_THIS_RUN.hear("standard error of a process", errors());
    }

    private String nextLine() {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
