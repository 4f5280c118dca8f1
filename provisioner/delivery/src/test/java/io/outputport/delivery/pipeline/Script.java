package io.outputport.delivery.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outputport.delivery.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A check that needs tools of the machine. Its last line says what it found, or what it lacks.
 *
 * @param longest a machine that takes longer is too slow for the check, which says nothing of what is checked
 */
record Script(Path file, Duration longest) {
    private static final Duration CLEAN_UP = Duration.ofSeconds(60);
    private static final int OUT_OF_TIME = 124;
    private static final int KILLED = 137;

    static Script ofTheRepository(String name, Duration longest) {
        return new Script(Repository.path(".ci/" + name), longest);
    }

    /** Succeeds, is skipped or fails as the script does, in its own words. */
    void hold(Path folder) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        Path output = folder.resolve(name + ".output");
        long began = System.nanoTime();
        Process script = start(output);
        boolean ended = script.waitFor(longest.plus(CLEAN_UP).plus(CLEAN_UP).toSeconds(), TimeUnit.SECONDS);
        script.destroyForcibly();
        boolean late = System.nanoTime() - began >= longest.toNanos();

        String printed = Files.readString(output);
        List<String> said =
                printed.lines().filter(line -> line.startsWith(name + ": ")).toList();
        said.forEach(System.out::println);
        assumeTrue(
                ended && !(late && isStopped(script.exitValue())),
                name + ": skipped: not finished within " + longest.toSeconds() + " s on this machine");
        assertThat(script.exitValue()).as(printed).isZero();
        assertThat(said).as(printed).isNotEmpty();
        String closing = said.get(said.size() - 1);
        assumeTrue(!closing.startsWith(name + ": skipped: "), closing);
    }

    /**
     * {@code timeout} takes everything along that the script has started: when time is over, and, since the kernel then
     * tells it to end, also when this process dies.
     */
    private Process start(Path output) throws IOException {
        return new ProcessBuilder(
                        "setpriv",
                        "--pdeathsig",
                        "TERM",
                        "timeout",
                        "--kill-after=" + CLEAN_UP.toSeconds(),
                        Long.toString(longest.toSeconds()),
                        "bash",
                        file.toString())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static boolean isStopped(int exit) {
        return exit == OUT_OF_TIME || exit == KILLED;
    }
}
