package io.outputport.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line, and the smallest run of a scenario from end to end. */
class BenchmarkTest {
    @TempDir
    private Path folder;

    private final Typed typed = new Typed();

    @Test
    void both_contenders_really_deploy_the_ports_of_a_cell() throws IOException {
        int code = typed.run(
                folder, "scale", "--ports", "2", "--tables", "5", "--build-millis", "0", "--introspection-millis", "0");

        assertThat(code).as(typed.err()).isZero();
        JsonNode rows = Typed.json(folder.resolve("scale.json")).path("rows");
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
        assertThat(typed.out().lines()).hasSize(3);
        assertThat(typed.err()).contains("about", "this service: 2 ports on 5 tables");
    }

    @Test
    void the_queue_loses_no_task_and_begins_none_twice() throws IOException {
        int code = typed.run(folder, "queue", "--tasks", "12", "--warm-up", "4", "--parallel", "2");

        assertThat(code).as(typed.err()).isZero();
        JsonNode report = Typed.json(folder.resolve("queue.json"));
        assertThat(report.path("rows"))
                .allSatisfy(row -> assertThat(row.path("parallelTasks").asInt()).isEqualTo(2));
        ObjectNode rows = JsonNodeFactory.instance.objectNode();
        report.path("rows").forEach(row -> rows.set(row.path("measured").asText(), row));
        assertThat(rows.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("acceptance", "bare insert", "duration", "ends", "one at a time", "heap");
        JsonNode acceptance = rows.path("acceptance");
        assertThat(acceptance.path("count").asInt()).isEqualTo(12);
        assertThat(acceptance.path("notAccepted").asInt()).isZero();
        assertThat(acceptance.path("p50Millis").asDouble())
                .isBetween(0.1, acceptance.path("p99Millis").asDouble());
        assertThat(rows.path("ends").path("completed").asInt()).isEqualTo(12);
        assertThat(rows.path("ends").path("begunMoreThanOnce").asInt()).isZero();
        JsonNode single = rows.path("one at a time");
        assertThat(single.path("ownMillis").asDouble())
                .isLessThan(single.path("p50Millis").asDouble());
        assertThat(rows.path("heap").path("secondMebibytes").asInt()).isBetween(1, 256);
        assertThat(typed.out()).contains("completed: 12 of 12; begun more than once: 0");
        assertThat(typed.err()).contains("Warm-up: 4 tasks", "One at a time: 12 tasks", "Load: 12 tasks");
    }

    @Test
    void a_validation_is_told_beside_a_bare_parse() throws IOException {
        int code =
                typed.run(folder, "validation", "--warm-up", "0", "--round", "1", "--rounds", "1", "--cold-runs", "0");

        assertThat(code).as(typed.err()).isZero();
        JsonNode rows = Typed.json(folder.resolve("validation.json")).path("rows");
        assertThat(rows.findValuesAsText("called"))
                .containsExactly("parse only, bare Micronaut", "POST /v1/validate", "POST /v1/validate");
        for (int side = 0; side < 2; side++) {
            assertThat(rows.path(side).path("perSecond").asDouble()).isPositive();
            assertThat(rows.path(side).path("p50Millis").asDouble())
                    .isBetween(0.01, rows.path(side).path("p99Millis").asDouble());
        }
        assertThat(rows.path(2).path("residentMebibytes").asInt()).isPositive();
        assertThat(typed.err()).contains("Round 1 of 1").doesNotContain("Cold starts");
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
                "queue --service nowhere.jar    | mvn -q -DskipTests package",
                "queue --tasks 0                | --tasks and --parallel are at least 1",
                "revocation --revocations 0     | --revocations and --limit are at least 1",
                "validation --rounds 0          | --round and --rounds are at least 1",
                "validation --service no.jar    | mvn -q -DskipTests package",
                "siege --part 0                 | --part is at least 1",
                "siege --stages moon            | of requests, disk, database",
                "speed                          | speed"
            })
    void a_wrong_command_says_what_is_wrong(String command, String reason) {
        int code = typed.command(command.strip().split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(typed.err()).contains(reason).doesNotContain("\tat ");
    }

    @Test
    void help_names_the_scenarios_and_their_options() {
        typed.command("--help");
        typed.command("scale", "--help");
        typed.command("validation", "--help");

        assertThat(typed.out())
                .contains("start", "scale", "queue", "--ports", "--tables", "--quick", "--out", "scale.json")
                .contains("--cold-runs", "validation.json");
    }
}
