package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.table.delta.SampleTable;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Earlier versions of a table, where its provider shares them. */
class HistoryStoryTest {
    private static final String TABLE = "/shares/past/schemas/north/tables/orders";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @TempDir
    Path machine;

    private RunningServer server;
    private RunningServer.Reader ada;
    private SampleTable table;

    /** Version 0 is empty; each version after it has one file more, and is a day younger. */
    @BeforeEach
    void aTableWithAPast() throws IOException {
        server = RunningServer.in(machine).offersWithHistory("past", "north.orders");
        ada = server.reader("ada");
        server.grants("past", "ada");
        table = SampleTable.at(server.lake().resolve("north/orders"))
                .orders(DAY, "ada")
                .orders(DAY, "bob")
                .orders(DAY, "eve");
        for (int version = 0; version <= 3; version++) {
            written(version, Instant.parse("2026-01-0" + (version + 1) + "T00:00:00Z"));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "{}, 3",
        "{\"version\":0}, 0",
        "{\"version\":2}, 2",
        "{\"timestamp\":\"2026-01-03T00:00:00Z\"}, 2",
        "{\"timestamp\":\"2026-01-03T23:59:59Z\"}, 2",
        "{\"timestamp\":\"2026-01-01T00:00:00Z\"}, 0",
    })
    void a_version_is_told_as_it_was(String body, int version) {
        HttpResponse<String> answer = ada.posts(TABLE + "/query", body.replace("\"\"", "\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Delta-Table-Version")).contains(Integer.toString(version));
        assertThat(answer.body().lines().skip(2)).hasSize(version);
    }

    @Test
    void metadata_is_told_of_a_version_and_a_time_and_a_version_of_a_time() {
        assertThat(ada.gets(TABLE + "/metadata?version=1").body()).contains("\"version\":1", "\"numFiles\":1");
        assertThat(ada.gets(TABLE + "/metadata?timestamp=2026-01-03T10:00:00Z").body())
                .contains("\"version\":2");
        assertThat(ada.gets(TABLE + "/version?startingTimestamp=2026-01-03T10:00:00Z")
                        .headers()
                        .firstValue("Delta-Table-Version"))
                .contains("3");
    }

    @Test
    void an_earlier_version_is_read_from_a_checkpoint_after_the_log_was_cleaned_up() throws IOException {
        table.checkpoint().orders(DAY, "mallory");
        for (int version = 0; version <= 2; version++) {
            Files.delete(commit(version));
        }

        assertThat(ada.posts(TABLE + "/query", "{\"version\":3}").body().lines().skip(2))
                .hasSize(3);
        assertThat(refusal(ada.posts(TABLE + "/query", "{\"version\":2}")))
                .contains("Version 2 of the table cannot be read any more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\":4}|has no version 4 yet. Its newest one is 3",
                "{\"timestamp\":\"2026-02-01T00:00:00Z\"}|after the last version",
                "{\"timestamp\":\"2025-02-01T00:00:00Z\"}|before the first version",
                "{\"timestamp\":\"2026-01-01\"}|timestamp is no time of ISO 8601",
            })
    void a_version_that_there_is_not_is_refused(String body, String told) {
        assertThat(refusal(ada.posts(TABLE + "/query", body))).contains(told);
    }

    @Test
    void a_table_whose_history_is_not_shared_has_only_its_newest_version() {
        server.offers("now", "north.orders").grants("now", "ada");
        String other = TABLE.replace("past", "now");

        assertThat(refusal(ada.posts(other + "/query", "{\"version\":3}")))
                .contains("history of this table is not shared");
        assertThat(refusal(ada.gets(other + "/metadata?timestamp=2026-01-03T10:00:00Z")))
                .contains("history of this table is not shared");
        assertThat(refusal(ada.gets(other + "/version?startingTimestamp=2026-01-03T10:00:00Z")))
                .contains("history of this table is not shared");
    }

    @Test
    void a_table_that_is_made_anew_in_its_place_is_seen() throws IOException {
        assertThat(ada.posts(TABLE + "/query", "{}").body().lines().skip(2)).hasSize(3);
        try (Stream<Path> log = Files.list(table.log())) {
            for (Path commit : log.toList()) {
                Files.delete(commit);
            }
        }
        assertThat(ada.posts(TABLE + "/query", "{}").statusCode()).isEqualTo(404);

        Files.delete(table.log());
        SampleTable.at(server.lake().resolve("north/orders"))
                .orders(DAY, "a", "b")
                .commit("{\"commitInfo\":{}}")
                .commit("{\"commitInfo\":{}}");

        assertThat(ada.posts(TABLE + "/query", "{}").body().lines().skip(2)).hasSize(1);
        assertThat(ada.posts(TABLE + "/query", "{\"version\":2}").body().lines().skip(2))
                .hasSize(1);
    }

    private void written(int version, Instant time) throws IOException {
        Files.setLastModifiedTime(commit(version), FileTime.from(time));
    }

    private Path commit(int version) {
        return table.log().resolve("%020d.json".formatted(version));
    }

    private static String refusal(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("\"errorCode\":\"INVALID_PARAMETER_VALUE\"");
        return response.body();
    }
}
