package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.recipient.Recipient;
import io.outputport.sharing.tck.run.Needs;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every row of every table, as Spark reads it from the table itself, and no other. */
@ExtendWith(TrialExtension.class)
class ContentCases {
    private final Trial trial;
    private final Client client;

    @TempDir
    Path folder;

    ContentCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Needs(Offer.DELTA)
    @TestFactory
    Stream<DynamicTest> in_delta() {
        return trial.tables().readable().stream()
                .map(table -> dynamicTest(table + " in delta", () -> assertRows(table, Client.ALL_FEATURES)));
    }

    /** Those that need more have to be refused; never is a part of them given. */
    @TestFactory
    Stream<DynamicTest> in_parquet() {
        return trial.tables().readable().stream()
                .map(table -> dynamicTest(table + " in parquet", () -> {
                    Answer answer = query(table, "responseformat=parquet");
                    if (answer.status() == 400) {
                        assertThat(answer.errorCode()).isEqualTo("UNSUPPORTED_OPERATION");
                        assertThat(table)
                                .as("needs nothing that Parquet cannot say: " + answer.body())
                                .matches("vectors.*|mapped.*|renamed|dropped_and_added|names_swapped|partition_renamed"
                                        + "|odd_column_names|nested_renamed|nested_vectors|without_zone|widened|restored_history"
                                        + "|checkpoint_v2_everything");
                    } else {
                        assertThat(rows(answer)).isEqualTo(trial.tables().rows(table));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_no_client_reads_is_refused() {
        return trial.tables().refused().stream()
                .map(table -> dynamicTest(table, () -> {
                    Answer answer = query(table, Client.ALL_FEATURES);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                    assertThat(answer.errorCode()).isEqualTo("UNSUPPORTED_OPERATION");
                }));
    }

    @Test
    void a_file_is_told_once() {
        List<String> ids = new ArrayList<>();
        query("measures", "responseformat=parquet")
                .files()
                .forEach(file -> ids.add(file.path("id").asText()));

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> !id.isEmpty());
    }

    @Test
    void ids_of_files_stay() {
        assertThat(ids("measures")).containsExactlyInAnyOrderElementsOf(ids("measures"));
    }

    @Test
    void statistics_are_a_text_of_json() {
        for (JsonNode file : query("measures", "responseformat=parquet").files()) {
            assertThat(file.path("stats").isMissingNode() || file.path("stats").isTextual())
                    .isTrue();
        }
    }

    @Test
    void values_of_partitions_are_texts() {
        for (JsonNode file : query("partition_types", "responseformat=parquet").files()) {
            assertThat(file.path("partitionValues")).hasSize(6).allMatch(value -> value.isTextual() || value.isNull());
        }
    }

    private List<String> ids(String table) {
        return query(table, "responseformat=parquet").files().stream()
                .map(file -> file.path("id").asText())
                .toList();
    }

    private void assertRows(String table, String capabilities) {
        Answer answer = query(table, capabilities);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(rows(answer)).isEqualTo(trial.tables().rows(table));
    }

    private List<String> rows(Answer answer) {
        return new Recipient(client, folder.resolve("received-" + System.nanoTime())).rows(answer);
    }

    private Answer query(String table, String capabilities) {
        return client.post(trial.tablePath(table) + "/query", "{}", Client.CAPABILITIES, capabilities);
    }
}
