package io.outputport.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest measurement of queries from end to end. */
class SharingRunTest {
    @TempDir
    private Path folder;

    private final Typed typed = new Typed();

    @Test
    void every_contender_answers_with_every_file() throws IOException {
        int code = typed.command(
                "sharing",
                "--files",
                "3",
                "--readers",
                "1",
                "--seconds",
                "1",
                "--server",
                "classpath",
                "--out",
                folder.toString());

        assertThat(code).as(typed.out() + "\n" + typed.err()).isZero();
        JsonNode rows = Typed.json(folder.resolve("sharing.json")).path("rows");
        assertThat(rows).filteredOn(row -> row.has("contender")).hasSize(3).allSatisfy(row -> {
            assertThat(row.path("answersPerSecond").asDouble())
                    .as(row.toString())
                    .isPositive();
            assertThat(row.path("failed").asInt()).as(row.toString()).isZero();
        });
        assertThat(typed.out()).contains("3 files, 8 cold at once, -Xmx128m: answered, failed, seconds", ": 8, 0, ");
        assertThat(folder.resolve("sharing.png")).isNotEmptyFile();
    }
}
