package io.outputport.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest siege from end to end. */
class SiegeRunTest {
    @TempDir
    private Path folder;

    private final Typed typed = new Typed();

    @Test
    void a_small_siege_stays_below_the_limit_and_loses_nothing() throws IOException {
        int code = typed.run(folder, "siege", "--part", "100", "--stages", "requests,disk,database");

        assertThat(code).as(typed.out() + "\n" + typed.err()).isZero();
        JsonNode rows = Typed.json(folder.resolve("siege.json")).path("rows");
        for (JsonNode row : rows) {
            assertThat(row.path("peakMebibytes").asInt()).as(row.toString()).isBetween(1, 512);
            assertThat(row.path("lost").asInt()).as(row.toString()).isZero();
        }
        assertThat(rows.path(0).path("answers").asText()).matches("200: 2|200: 1, 503: 1");
        assertThat(rows.path(6).path("answers").asText()).isEqualTo("400: 5, aborted: 5");
        assertThat(rows.path(rows.size() - 1).path("accepted").asInt()).isEqualTo(100);
        assertThat(typed.out()).contains("100: 100 COMPLETED, 0 lost", "It stands.");
        if (typed.out().contains("a file system to fill can be mounted by root only")) {
            assertThat(rows).hasSize(8);
        } else {
            assertThat(rows).hasSize(9);
            assertThat(rows.path(7).path("stage").asText()).startsWith("disk full");
            assertThat(rows.path(7).path("remark").asText()).matches("back after \\d+ s, restarts: \\d");
            // Those of before and after, and the first that was taken again.
            assertThat(rows.path(7).path("accepted").asInt()).isGreaterThanOrEqualTo(11);
        }
    }
}
