package io.outputport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.part.SandboxSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void help_names_every_variable_with_its_default_and_starts_nothing(String argument) {
        assertThat(answer(argument)).isZero();

        SandboxSettings.PORTS.forEach((name, port) ->
                assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern(name + " +port, default " + port));
        assertThat(err.size()).isZero();
    }

    @Test
    void another_argument_is_refused_by_name() {
        assertThat(answer("--hlep")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\"--hlep\" is not an argument of the sandbox: it takes none but --help, and is set by"
                        + " environment variables." + System.lineSeparator());
    }

    private int answer(String argument) {
        return Help.answer(
                new String[] {argument},
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
