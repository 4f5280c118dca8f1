package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shares, schemas and tables are found, all of them and in pages. */
@ExtendWith(TrialExtension.class)
class ListCases {
    private final Trial trial;
    private final Client client;

    ListCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Test
    void the_share_is_among_all_shares() {
        assertThat(names(ok("/shares"))).contains(trial.share());
    }

    @Test
    void the_share_is_found_by_its_name() {
        assertThat(ok(trial.sharePath()).json().path("share").path("name").asText())
                .isEqualTo(trial.share());
    }

    @Test
    void a_share_is_found_in_another_letter_case() {
        Answer found = ok("/shares/" + trial.share().toUpperCase(Locale.ROOT));

        assertThat(found.json().path("share").path("name").asText()).isEqualTo(trial.share());
    }

    @Test
    void a_schema_names_its_share() {
        assertThat(items(ok(schemas())))
                .anySatisfy(item -> assertThat(item.path("name").asText()).isEqualTo(trial.schema()))
                .allSatisfy(item -> assertThat(item.path("share").asText()).isEqualTo(trial.share()));
    }

    @Test
    void tables_name_their_schema_and_share() {
        assertThat(items(ok(tables()))).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("name").asText()).isNotEmpty();
            assertThat(item.path("schema").asText()).isEqualTo(trial.schema());
            assertThat(item.path("share").asText()).isEqualTo(trial.share());
        });
    }

    @Test
    void the_kits_tables_are_all_listed() {
        assertThat(names(ok(tables()))).containsAll(trial.tables().names());
    }

    @Test
    void all_tables_of_a_share_are_those_of_its_schemas() {
        List<String> bySchema = items(ok(schemas())).stream()
                .flatMap(
                        schema -> items(ok(schemas() + "/" + schema.path("name").asText() + "/tables")).stream())
                .map(ListCases::whole)
                .toList();

        assertThat(items(ok(trial.sharePath() + "/all-tables")))
                .extracting(ListCases::whole)
                .containsExactlyInAnyOrderElementsOf(bySchema);
    }

    @Test
    void pages_of_one_give_every_table_once() {
        assertThat(paged(tables(), 1)).containsExactlyInAnyOrderElementsOf(names(ok(tables())));
    }

    @Test
    void pages_of_seven_give_every_table_of_the_share_once() {
        String all = trial.sharePath() + "/all-tables";

        assertThat(paged(all, 7)).containsExactlyInAnyOrderElementsOf(names(ok(all)));
    }

    @Test
    void a_list_that_is_asked_for_whole_has_no_token() {
        assertThat(token(ok(tables()))).isEmpty();
        assertThat(token(ok(tables() + "?maxResults=2147483647"))).isEmpty();
    }

    @Test
    void the_last_page_leaves_the_token_out_or_empty() {
        Answer last = ok(tables() + "?maxResults=" + names(ok(tables())).size());

        assertThat(last.json().path("nextPageToken").isNull()).isFalse();
        assertThat(token(last)).isEmpty();
    }

    @Test
    void a_page_of_nothing_has_no_items() {
        assertThat(items(ok(tables() + "?maxResults=0"))).isEmpty();
    }

    @Test
    void shares_and_schemas_have_pages_too() {
        assertThat(paged("/shares", 1)).contains(trial.share());
        assertThat(paged(schemas(), 1)).contains(trial.schema());
    }

    @Test
    void parameters_that_are_not_known_are_passed_over() {
        assertThat(names(ok(tables() + "?unknown=1"))).isEqualTo(names(ok(tables())));
    }

    private List<String> paged(String path, int size) {
        List<String> found = new ArrayList<>();
        String token = "";
        do {
            Answer page = ok(path + "?maxResults=" + size + (token.isEmpty() ? "" : "&pageToken=" + encoded(token)));
            assertThat(items(page)).hasSizeLessThanOrEqualTo(size);
            found.addAll(names(page));
            token = token(page);
        } while (!token.isEmpty() && found.size() < 10_000);
        return found;
    }

    private static String encoded(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    private String schemas() {
        return trial.sharePath() + "/schemas";
    }

    private String tables() {
        return schemas() + "/" + trial.schema() + "/tables";
    }

    private Answer ok(String path) {
        Answer answer = client.get(path);
        assertThat(answer.status()).as("%s: %s", path, answer).isEqualTo(200);
        return answer;
    }

    private static String token(Answer answer) {
        return answer.json().path("nextPageToken").asText("");
    }

    private static List<JsonNode> items(Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }

    private static List<String> names(Answer answer) {
        return items(answer).stream().map(item -> item.path("name").asText()).toList();
    }

    private static String whole(JsonNode table) {
        return table.path("schema").asText() + "." + table.path("name").asText();
    }
}
