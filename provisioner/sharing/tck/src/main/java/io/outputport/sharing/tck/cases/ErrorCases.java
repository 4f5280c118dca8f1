package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a call is told with the right status and code; nothing that a caller repeats ends in a 5xx. */
@ExtendWith(TrialExtension.class)
class ErrorCases {
    private final Trial trial;
    private final Client client;

    ErrorCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Test
    void without_a_token_nobody_is_let_in() {
        refused(client.saying("").get("/shares"), 401, "");
    }

    @Test
    void a_token_that_is_not_known_lets_nobody_in() {
        refused(client.saying("Bearer not-a-token").get("/shares"), 401, "");
    }

    @Test
    void another_scheme_lets_nobody_in() {
        refused(client.saying("Basic YWRhOmFkYQ==").get("/shares"), 401, "");
    }

    @Test
    void a_missing_and_an_unknown_token_get_one_answer() {
        assertThat(client.saying("").get("/shares").body())
                .isEqualTo(client.saying("Bearer not-a-token").get("/shares").body());
    }

    @Test
    void an_unknown_share_is_missing_in_every_call() {
        for (String path : new String[] {"", "/schemas", "/schemas/x/tables", "/all-tables"}) {
            refused(client.get("/shares/no-such-share" + path), 404, "RESOURCE_DOES_NOT_EXIST");
        }
    }

    @Test
    void an_unknown_schema_is_missing() {
        refused(client.get(trial.sharePath() + "/schemas/no-such-schema/tables"), 404, "RESOURCE_DOES_NOT_EXIST");
    }

    @Test
    void an_unknown_table_is_missing_in_every_call() {
        String table = trial.tablePath("no-such-table");

        refused(client.get(table + "/version"), 404, "");
        refused(client.get(table + "/metadata"), 404, "RESOURCE_DOES_NOT_EXIST");
        refused(client.post(table + "/query", "{}"), 404, "RESOURCE_DOES_NOT_EXIST");
    }

    @ParameterizedTest(name = "a page of [{0}] is refused")
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999"})
    void a_size_of_pages_that_is_none_is_refused(String size) {
        refused(client.get("/shares?maxResults=" + size), 400, "INVALID_PARAMETER_VALUE");
    }

    @Test
    void a_token_of_a_page_that_nobody_gave_is_refused() {
        refused(client.get("/shares?pageToken=never-given"), 400, "INVALID_PARAMETER_VALUE");
    }

    @ParameterizedTest(name = "the body [{0}] is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x|MALFORMED_REQUEST",
                "{\"limitHint\":|MALFORMED_REQUEST",
                "[1]|MALFORMED_REQUEST",
                "{\"limitHint\":-1}|INVALID_PARAMETER_VALUE",
                "{\"limitHint\":\"many\"}|INVALID_PARAMETER_VALUE",
                "{\"predicateHints\":5}|INVALID_PARAMETER_VALUE",
            })
    void a_body_that_cannot_be_meant_is_refused(String body, String code) {
        refused(client.post(trial.tablePath("plain") + "/query", body), 400, code);
    }

    @Test
    void history_that_is_not_shared_is_not_given() {
        refused(client.post(trial.tablePath("plain") + "/query", "{\"version\":0}"), 400, "INVALID_PARAMETER_VALUE");
    }

    @Test
    void an_empty_body_asks_for_everything() {
        assertThat(client.post(trial.tablePath("plain") + "/query", "").status())
                .isEqualTo(200);
    }

    @Test
    void fields_that_are_not_known_are_passed_over() {
        Answer wrapped = client.post(trial.tablePath("plain") + "/query", "{\"params\":{\"limitHint\":-1},\"x\":[]}");

        assertThat(wrapped.status()).as(wrapped.body()).isEqualTo(200);
    }

    @ParameterizedTest(name = "the name [{0}] is refused")
    @ValueSource(strings = {"%2e%2e", "%00", "a%2fb", "%ff", "x%20y", "%E2%80%AE"})
    void names_that_nothing_can_have_are_refused(String name) {
        assertThat(client.get("/shares/" + name + "/schemas").status()).isBetween(400, 499);
    }

    @Test
    void a_name_longer_than_any_is_refused() {
        assertThat(client.get("/shares/" + "n".repeat(300)).status()).isBetween(400, 499);
    }

    @Test
    void a_method_that_no_call_has_is_refused() {
        assertThat(client.method("DELETE", trial.sharePath()).status()).isIn(404, 405);
    }

    @Test
    void calls_that_are_not_served_are_refused_as_that() {
        Answer credentials = client.post(trial.tablePath("plain") + "/temporary-table-credentials", "{}");

        assertThat(credentials.status()).as(credentials.toString()).isIn(200, 400, 404);
    }

    /** @param code empty where the protocol leaves it to the server */
    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().path("message").isTextual()).as(answer.body()).isTrue();
        assertThat(answer.errorCode()).as(answer.body()).isNotEmpty();
        if (!code.isEmpty()) {
            assertThat(answer.errorCode()).as(answer.body()).isEqualTo(code);
        }
    }
}
