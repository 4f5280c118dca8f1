package io.outputport.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProcessTest {
    @TempDir
    private Path folder;

    @Test
    void a_program_that_never_comes_up_is_told_with_what_it_said() throws IOException {
        try (JavaProcess process = start("no.such.Program")) {
            assertThatThrownBy(() -> process.await(() -> false))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("did not start", "no.such.Program");
        }
    }

    @Test
    void a_program_that_ends_badly_is_told_with_what_it_said() throws IOException {
        try (JavaProcess process = start("no.such.Program")) {
            assertThatThrownBy(process::awaitEnd)
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("did not end", "no.such.Program");
        }
    }

    @Test
    void one_that_ends_well_is_waited_for_and_one_that_runs_on_is_stopped() throws Exception {
        try (JavaProcess brief = start("-version")) {
            brief.awaitEnd();
        }
        long pid;
        try (JavaProcess endless = start("-cp", System.getProperty("java.class.path"), Endless.class.getName())) {
            pid = endless.pid();
            assertThat(ProcessHandle.of(pid)).isPresent();
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private JavaProcess start(String... arguments) throws IOException {
        return JavaProcess.start(List.of(arguments), Map.of(), folder.resolve("output.log"));
    }

    /** Runs until it is told to stop. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
