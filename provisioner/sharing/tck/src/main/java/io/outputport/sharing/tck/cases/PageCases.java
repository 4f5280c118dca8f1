package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.run.Needs;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files of large tables in pages, all of one version. */
@Needs(Offer.PAGES)
@ExtendWith(TrialExtension.class)
class PageCases {
    private static final String CAPABILITIES = "responseformat=parquet;includeendstreamaction=true";

    private final Trial trial;
    private final Client client;

    PageCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Test
    void pages_of_one_give_every_file_once() {
        assertThat(paged("measures", 1)).containsExactlyInAnyOrderElementsOf(ids(query("measures", "{}")));
    }

    @Test
    void pages_of_three_give_every_file_once() {
        assertThat(paged("partition_escapes", 3))
                .containsExactlyInAnyOrderElementsOf(ids(query("partition_escapes", "{}")));
    }

    @Test
    void a_page_that_holds_everything_has_no_token() {
        assertThat(token(query("measures", "{\"maxFiles\":10000}"))).isEmpty();
    }

    @Test
    void every_page_tells_protocol_and_metadata_and_its_version() {
        Answer first = query("measures", "{\"maxFiles\":1}");
        Answer second = query("measures", "{\"maxFiles\":1,\"pageToken\":\"" + token(first) + "\"}");

        assertThat(second.header(Client.VERSION)).isEqualTo(first.header(Client.VERSION));
        assertThat(first.lines().get(0).has("protocol")).isTrue();
        assertThat(second.lines().get(0).has("protocol")).isTrue();
        assertThat(second.lines().get(1).has("metaData")).isTrue();
    }

    @Test
    void a_token_of_another_table_is_refused() {
        String token = token(query("measures", "{\"maxFiles\":1}"));

        refused(query("partition_escapes", "{\"maxFiles\":1,\"pageToken\":\"" + token + "\"}"));
    }

    @Test
    void a_token_that_nobody_gave_is_refused() {
        refused(query("measures", "{\"maxFiles\":1,\"pageToken\":\"x\"}"));
    }

    @Test
    void a_page_of_a_number_that_is_none_is_refused() {
        refused(query("measures", "{\"maxFiles\":-1}"));
        refused(query("measures", "{\"maxFiles\":\"x\"}"));
    }

    private List<String> paged(String table, int size) {
        List<String> found = new ArrayList<>();
        String token = "";
        do {
            String at = token.isEmpty() ? "" : ",\"pageToken\":\"" + token + "\"";
            Answer page = query(table, "{\"maxFiles\":" + size + at + "}");
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.files()).hasSizeLessThanOrEqualTo(size);
            found.addAll(ids(page));
            token = token(page);
        } while (!token.isEmpty() && found.size() < 10_000);
        return found;
    }

    private static String token(Answer answer) {
        return answer.actions("endStreamAction")
                .map(end -> end.path("nextPageToken").asText(""))
                .findFirst()
                .orElse("");
    }

    private static List<String> ids(Answer answer) {
        return answer.files().stream().map(file -> file.path("id").asText()).toList();
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
    }

    private Answer query(String table, String body) {
        return client.post(trial.tablePath(table) + "/query", body, Client.CAPABILITIES, CAPABILITIES);
    }
}
