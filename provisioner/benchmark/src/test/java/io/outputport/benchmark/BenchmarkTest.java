package io.outputport.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line, and the smallest run of a scenario from end to end. */
class BenchmarkTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine benchmark =
            Benchmark.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @TempDir
    private Path folder;

    @Test
    void both_contenders_really_deploy_the_ports_of_a_cell() throws IOException {
        int code = scale("--ports", "2", "--tables", "5", "--build-millis", "0", "--introspection-millis", "0");

        assertThat(code).as(err.toString()).isZero();
        JsonNode rows = json(folder.resolve("scale.json")).path("rows");
        assertThat(rows.findValuesAsText("contender")).containsExactly("old calls", "this service");
        for (JsonNode row : rows) {
            assertThat(row.path("tables").asInt()).isEqualTo(5);
            assertThat(row.path("deployed").asInt()).as(row.toString()).isEqualTo(2);
            assertThat(row.path("answering").asInt()).as(row.toString()).isEqualTo(2);
            assertThat(row.path("remark").asText()).isEmpty();
            assertThat(row.path("chargedMillis").asLong()).isZero();
            assertThat(row.path("bytesMoved").asLong()).isGreaterThan(1000);
            assertThat(row.path("p99Millis").asLong())
                    .isBetween(
                            row.path("p50Millis").asLong(),
                            row.path("wallMillis").asLong() + 1000);
        }
        assertThat(rows.path(0).path("schemaBuilds").asInt()).isEqualTo(6);
        assertThat(rows.path(0).path("introspections").asInt()).isEqualTo(4);
        assertThat(rows.path(0).has("timesFaster")).isFalse();
        assertThat(rows.path(1).path("schemaBuilds").asInt()).isPositive();
        assertThat(rows.path(1).path("timesFaster").isNumber()).isTrue();
        assertThat(rows.path(1).path("peakHeapMebibytes").asInt()).isBetween(1, 256);
        assertThat(Files.readAllBytes(folder.resolve("scale.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(out.toString().lines()).hasSize(3);
        assertThat(err.toString()).contains("about", "this service: 2 ports on 5 tables");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scale --ports 0                | At least one port",
                "scale --ports many             | 'many' is not an int",
                "scale --tables -1              | no less than 0 tables",
                "scale --service nowhere.jar    | mvn -q -DskipTests package",
                "start --service nowhere.jar    | mvn -q -DskipTests package",
                "speed                          | speed"
            })
    void a_wrong_command_says_what_is_wrong(String command, String reason) {
        int code = benchmark.execute(command.strip().split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(reason).doesNotContain("\tat ");
    }

    @Test
    void help_names_the_scenarios_and_their_options() {
        benchmark.execute("--help");
        benchmark.execute("scale", "--help");

        assertThat(out.toString()).contains("start", "scale", "--ports", "--tables", "--quick", "--out");
    }

    private int scale(String... options) {
        String[] command = new String[options.length + 5];
        command[0] = "scale";
        System.arraycopy(options, 0, command, 1, options.length);
        command[options.length + 1] = "--service";
        command[options.length + 2] = "classpath";
        command[options.length + 3] = "--out";
        command[options.length + 4] = folder.toString();
        return benchmark.execute(command);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
