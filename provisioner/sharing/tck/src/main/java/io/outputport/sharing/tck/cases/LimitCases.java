package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.recipient.Recipient;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit may leave files out, as long as enough rows are left; it comes after the predicates. */
@ExtendWith(TrialExtension.class)
class LimitCases {
    private final Trial trial;
    private final Client client;

    @TempDir
    Path folder;

    LimitCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @ParameterizedTest(name = "a limit of {0} leaves enough rows")
    @ValueSource(ints = {0, 1, 7, 43, 44, 1_000_000})
    void a_limit(int limit) {
        Answer answer = query("{\"limitHint\":" + limit + "}");

        assertThat(rows(answer).size())
                .isGreaterThanOrEqualTo(
                        Math.min(limit, trial.tables().rows("measures").size()));
    }

    @Test
    void the_predicate_comes_first() {
        Answer answer = query("{\"predicateHints\":[\"day IS NULL\"],\"limitHint\":1}");

        assertThat(rows(answer)).anyMatch(row -> row.contains("\"day\":null"));
    }

    @Test
    void deleted_rows_do_not_count() {
        Answer answer = client.post(
                trial.tablePath("vectors") + "/query", "{\"limitHint\":84}", Client.CAPABILITIES, Client.ALL_FEATURES);
        if (answer.status() == 200) {
            assertThat(rows(answer)).hasSize(trial.tables().rows("vectors").size());
        } else {
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    private List<String> rows(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return new Recipient(client, folder.resolve("r" + System.nanoTime())).rows(answer);
    }

    private Answer query(String body) {
        return client.post(trial.tablePath("measures") + "/query", body);
    }
}
