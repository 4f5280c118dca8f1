package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.recipient.Recipient;
import io.outputport.sharing.tck.run.Needs;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Older versions, where the history is shared. */
@Needs(Offer.HISTORY)
@ExtendWith(TrialExtension.class)
class HistoryCases {
    private static final String TABLE = "orders_history";

    private final Trial trial;
    private final Client client;

    @TempDir
    Path folder;

    HistoryCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @TestFactory
    Stream<DynamicTest> every_version_has_its_rows() {
        return versions(TABLE, "responseformat=parquet");
    }

    @Needs(Offer.DELTA)
    @TestFactory
    Stream<DynamicTest> every_version_has_its_deleted_rows() {
        return versions("restored_history", Client.ALL_FEATURES);
    }

    private Stream<DynamicTest> versions(String table, String capabilities) {
        List<List<String>> history = trial.tables().history(table);
        return IntStream.range(0, history.size())
                .mapToObj(version -> dynamicTest(table + " version " + version, () -> {
                    Answer answer = client.post(
                            trial.tablePath(table) + "/query",
                            "{\"version\":" + version + "}",
                            Client.CAPABILITIES,
                            capabilities);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                    assertThat(answer.header(Client.VERSION)).isEqualTo(Integer.toString(version));
                    assertThat(new Recipient(client, folder.resolve(table + version)).rows(answer))
                            .isEqualTo(history.get(version));
                }));
    }

    @Test
    void metadata_is_of_the_version_that_is_asked_for() {
        Answer metadata = client.get(trial.tablePath(TABLE) + "/metadata?version=1");

        assertThat(metadata.status()).as(metadata.body()).isEqualTo(200);
        assertThat(metadata.header(Client.VERSION)).isEqualTo("1");
    }

    @Test
    void a_version_that_there_never_was_is_refused() {
        refused("{\"version\":1000}");
    }

    @Test
    void a_version_below_nothing_is_refused() {
        refused("{\"version\":-1}");
    }

    @Test
    void a_version_and_a_time_at_once_are_refused() {
        refused("{\"version\":0,\"timestamp\":\"2999-01-01T00:00:00Z\"}");
    }

    @Test
    void a_time_that_is_none_is_refused() {
        refused("{\"timestamp\":\"yesterday\"}");
    }

    @Test
    void a_time_before_the_table_is_refused() {
        refused("{\"timestamp\":\"1999-01-01T00:00:00Z\"}");
    }

    @Test
    void the_first_version_after_a_time_is_told() {
        Answer version = client.get(trial.tablePath(TABLE) + "/version?startingTimestamp=1999-01-01T00:00:00Z");

        assertThat(version.status()).as(version.body()).isEqualTo(200);
        assertThat(version.header(Client.VERSION)).isEqualTo("0");
    }

    @Test
    void a_version_after_the_end_of_time_is_refused() {
        assertThat(client.get(trial.tablePath(TABLE) + "/version?startingTimestamp=2999-01-01T00:00:00Z")
                        .status())
                .isEqualTo(400);
    }

    private void refused(String body) {
        Answer answer = client.post(trial.tablePath(TABLE) + "/query", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
    }
}
