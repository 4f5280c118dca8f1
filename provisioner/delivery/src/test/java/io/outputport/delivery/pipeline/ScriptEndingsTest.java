package io.outputport.delivery.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a script ends is how its test ends. */
class ScriptEndingsTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void what_it_found_to_be_well_is_well() throws Exception {
        script("echo 'check: all is well'", A_WHILE).hold(folder);

        assertThat(folder.resolve("check.output")).hasContent("check: all is well");
    }

    @Test
    void what_it_lacks_is_the_reason_of_a_skipped_test() throws Exception {
        Script lacking = script("echo 'check: one half is well'; echo 'check: skipped: it needs a tool'", A_WHILE);

        assertThatThrownBy(() -> lacking.hold(folder))
                .hasMessageContaining("check: skipped: it needs a tool")
                .satisfies(ScriptEndingsTest::isASkippedTest);
    }

    @Test
    void a_failure_shows_all_that_it_printed() throws Exception {
        Script broken = script("echo 'the reason' >&2; echo 'check: it is broken'; exit 3", A_WHILE);

        assertThatThrownBy(() -> broken.hold(folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("the reason", "check: it is broken");
    }

    @Test
    void one_that_says_nothing_is_not_well() throws Exception {
        Script silent = script("true", A_WHILE);

        assertThatThrownBy(() -> silent.hold(folder)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_machine_that_is_too_slow_proves_nothing_and_nothing_goes_on_there() throws Exception {
        Path started = folder.resolve("started");
        Script slow = script("tail -f /dev/null & echo $! >'" + started + "'; wait", Duration.ofSeconds(5));

        assertThatThrownBy(() -> slow.hold(folder))
                .hasMessageContaining("check: skipped: not finished within 5 s")
                .satisfies(ScriptEndingsTest::isASkippedTest);
        assertThat(started).exists();
        ProcessHandle.of(Long.parseLong(Files.readString(started).strip()))
                .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(A_WHILE));
    }

    private static void isASkippedTest(Throwable thrown) {
        assertThat(thrown.getClass().getSimpleName()).isEqualTo("TestAbortedException");
    }

    private Script script(String commands, Duration longest) throws IOException {
        return new Script(Files.writeString(folder.resolve("check"), commands + "\n"), longest);
    }
}
