package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.run.Needs;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Addresses that end while somebody still reads are made anew, for the same version. */
@Needs(Offer.REFRESH)
@ExtendWith(TrialExtension.class)
class RefreshCases {
    private static final String CAPABILITIES = "responseformat=parquet;includeendstreamaction=true";

    private final Trial trial;
    private final Client client;

    RefreshCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Test
    void a_token_renews_the_addresses_of_the_same_files() {
        Answer first = query("{\"includeRefreshToken\":true}");
        Answer renewed = query("{\"refreshToken\":\"" + token(first) + "\"}");

        assertThat(renewed.status()).as(renewed.body()).isEqualTo(200);
        assertThat(renewed.header(Client.VERSION)).isEqualTo(first.header(Client.VERSION));
        assertThat(renewed.files())
                .extracting(file -> file.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(first.files().stream()
                        .map(file -> file.path("id").asText())
                        .toList());
    }

    @Test
    void who_does_not_ask_for_a_token_is_given_none() {
        assertThat(token(query("{}"))).isEmpty();
    }

    @Test
    void a_token_of_another_table_is_refused() {
        String token = token(query("{\"includeRefreshToken\":true}"));

        assertThat(client.post(
                                trial.tablePath("plain") + "/query",
                                "{\"refreshToken\":\"" + token + "\"}",
                                Client.CAPABILITIES,
                                CAPABILITIES)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_token_that_nobody_gave_is_refused() {
        Answer refused = query("{\"refreshToken\":\"x\"}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
    }

    @Test
    void the_end_tells_when_the_first_address_ends() {
        long end = query("{}")
                .actions("endStreamAction")
                .mapToLong(action -> action.path("minUrlExpirationTimestamp").asLong())
                .findFirst()
                .orElse(0);

        assertThat(Instant.ofEpochMilli(end)).isAfter(Instant.now());
    }

    private static String token(Answer answer) {
        return answer.actions("endStreamAction")
                .map(end -> end.path("refreshToken").asText(""))
                .findFirst()
                .orElse("");
    }

    private Answer query(String body) {
        return client.post(trial.tablePath("measures") + "/query", body, Client.CAPABILITIES, CAPABILITIES);
    }
}
