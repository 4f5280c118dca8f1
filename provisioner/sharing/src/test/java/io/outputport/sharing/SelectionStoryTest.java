package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sharing.table.delta.SampleTable;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of a table somebody is told: granted ones, wanted ones, and pages of them. */
class SelectionStoryTest {
    private static final String TABLE = "/shares/sales/schemas/north/tables/orders";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @TempDir
    Path machine;

    private RunningServer server;
    private RunningServer.Reader ada;
    private SampleTable table;

    /** A file for each customer and day: ids 0 to 3, in this order. */
    @BeforeEach
    void aPartitionedTable() {
        server = RunningServer.in(machine).offers("sales", "north.orders");
        ada = server.reader("ada", Map.of("client_id", "ada", "region", "north"));
        server.grants("sales", "ada");
        table = SampleTable.partitioned(server.lake().resolve("north/orders"), "customer")
                .orders(DAY, "ada", "bob", "eve", null)
                .orders(DAY.plusDays(1), "ada");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|5",
                "{'predicateHints':['customer = \"ada\"']}|5",
                "{'predicateHints':['customer = #ada#']}|2",
                "{'predicateHints':['customer <> #ada#']}|3",
                "{'predicateHints':['customer IS NULL']}|1",
                "{'predicateHints':['customer = #ada#','day > #2026-11-30#']}|1",
                "{'predicateHints':['id >= 3','customer IS NOT NULL']}|0",
                "{'predicateHints':['nonsense ~ 3']}|5",
                "{'predicateHints':['id < 1 OR customer = #eve#']}|3",
                "{'limitHint':2}|2",
                "{'limitHint':0}|0",
                "{'limitHint':1,'predicateHints':['customer = #ada#']}|1",
                "{'limitHint':1,'predicateHints':['id = 0']}|1",
                "{'limitHint':1,'predicateHints':['id = 0 or nonsense']}|5",
            })
    void hints_leave_out_what_the_client_can_do_without(String body, int files) {
        HttpResponse<String> answer = ada.posts(
                TABLE + "/query",
                body.replace('\'', '"').replace("\"ada\"", "\\\"ada\\\"").replace('#', '\''));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines().skip(2)).hasSize(files);
        assertThat(answer.body()).contains("\"numFiles\":5");
    }

    @Test
    void a_hint_may_be_a_tree() {
        String hint = "{\"op\":\"and\",\"children\":[{\"op\":\"not\",\"children\":[{\"op\":\"isNull\",\"children\":["
                + "{\"op\":\"column\",\"name\":\"customer\",\"valueType\":\"string\"}]}]},{\"op\":\"equal\",\"children\":["
                + "{\"op\":\"column\",\"name\":\"CUSTOMER\",\"valueType\":\"string\"},"
                + "{\"op\":\"literal\",\"value\":\"bob\",\"valueType\":\"string\"}]}]}";

        assertThat(files(ada.posts(TABLE + "/query", "{\"jsonPredicateHints\":" + quoted(hint) + "}")))
                .hasSize(1);
        assertThat(files(ada.posts(TABLE + "/query", "{\"jsonPredicateHints\":\"[\"}")))
                .hasSize(5);
    }

    @Test
    void a_recipient_is_told_only_of_the_partitions_that_are_its_own() {
        server.offersInPart("mine", "north.orders", Map.of("CUSTOMER", "{recipient.client_id}"))
                .grants("mine", "ada");
        String mine = TABLE.replace("sales", "mine");

        List<JsonNode> files = files(ada.posts(mine + "/query", "{}"));

        assertThat(files)
                .hasSize(2)
                .allSatisfy(file -> assertThat(
                                file.at("/file/partitionValues/customer").asText())
                        .isEqualTo("ada"));
        long bytes =
                files.stream().mapToLong(file -> file.at("/file/size").asLong()).sum();
        assertThat(ada.gets(mine + "/metadata").body()).contains("\"size\":" + bytes + ",\"numFiles\":2");
        assertThat(files(ada.posts(mine + "/query", "{\"predicateHints\":[\"customer <> 'ada'\"]}")))
                .isEmpty();
        assertThat(files(ada.posts(mine + "/query", "{\"version\":1}"))).hasSize(1);
    }

    @Test
    void who_lacks_the_property_is_told_of_no_file() {
        RunningServer.Reader eve = server.reader("eve");
        server.offersInPart("mine", "north.orders", Map.of("customer", "{recipient.client_id}"))
                .grants("mine", "ada", "eve");
        String mine = TABLE.replace("sales", "mine");

        assertThat(files(eve.posts(mine + "/query", "{}"))).isEmpty();
        assertThat(eve.gets(mine + "/metadata").body()).contains("\"size\":0,\"numFiles\":0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "no_such_column"})
    void a_table_that_is_not_partitioned_so_is_not_told_at_all(String column) {
        server.offersInPart("mine", "north.orders", Map.of(column, "north")).grants("mine", "ada");
        String mine = TABLE.replace("sales", "mine");

        assertThat(ada.posts(mine + "/query", "{}").body()).contains("by a column that it is not partitioned by");
        assertThat(ada.gets(mine + "/metadata").statusCode()).isEqualTo(400);
    }

    @Test
    void pages_of_files_tell_each_file_once_also_after_a_checkpoint_and_a_newer_version() {
        List<String> told = new ArrayList<>();
        Optional<String> token = Optional.empty();
        int pages = 0;
        do {
            String body = "{\"maxFiles\":2"
                    + token.map(known -> ",\"pageToken\":\"" + known + "\"").orElse("") + "}";
            HttpResponse<String> page = ada.posts(TABLE + "/query", body);
            assertThat(page.headers().firstValue("Delta-Table-Version")).contains("2");
            List<JsonNode> lines = files(page);
            lines.stream()
                    .filter(line -> line.has("file"))
                    .forEach(line -> told.add(line.at("/file/id").asText()));
            JsonNode end = lines.get(lines.size() - 1).path("endStreamAction");
            assertThat(end.has("minUrlExpirationTimestamp")).isTrue();
            token = Optional.of(end.path("nextPageToken"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
            if (pages++ == 0) {
                table.checkpoint().orders(DAY, "mallory");
            }
        } while (token.isPresent());

        assertThat(pages).isEqualTo(3);
        assertThat(told).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_page_of_another_query_recipient_or_making_is_refused() {
        String token = end(ada.posts(TABLE + "/query", "{\"maxFiles\":1}"))
                .path("nextPageToken")
                .asText();
        RunningServer.Reader eve = server.reader("eve");
        server.grants("sales", "ada", "eve");
        String again = "{\"maxFiles\":1,\"pageToken\":\"" + token + "\"}";

        assertThat(ada.posts(TABLE + "/query", again).statusCode()).isEqualTo(200);
        assertThat(refusal(eve.posts(TABLE + "/query", again))).contains("pageToken is not one");
        assertThat(refusal(ada.posts(TABLE + "/query", again.replace("{", "{\"predicateHints\":[\"id = 1\"],"))))
                .contains("pageToken is not one");
        assertThat(refusal(ada.posts(TABLE + "/query", again.replace("pageToken", "refreshToken"))))
                .contains("refreshToken is not one");
        assertThat(refusal(ada.posts(TABLE + "/query", "{\"pageToken\":\"AAAA\"}")))
                .contains("pageToken is not one");
    }

    @Test
    void addresses_are_made_anew_for_the_version_that_was_told() {
        JsonNode end = end(ada.posts(TABLE + "/query", "{\"includeRefreshToken\":true}"));
        table.orders(DAY, "mallory");

        HttpResponse<String> again = ada.posts(
                TABLE + "/query",
                "{\"refreshToken\":\"" + end.path("refreshToken").asText() + "\",\"includeRefreshToken\":true}");

        assertThat(again.headers().firstValue("Delta-Table-Version")).contains("2");
        assertThat(end(again).path("refreshToken").asText()).isNotEmpty();
        assertThat(files(again).stream().filter(line -> line.has("file"))).hasSize(5);
        assertThat(files(ada.posts(TABLE + "/query", "{}"))).hasSize(6);
    }

    private static JsonNode end(HttpResponse<String> answer) {
        List<JsonNode> lines = files(answer);
        return lines.get(lines.size() - 1).path("endStreamAction");
    }

    private static List<JsonNode> files(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().skip(2).map(SampleTable::json).toList();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static String refusal(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("\"errorCode\":\"INVALID_PARAMETER_VALUE\"");
        return response.body();
    }
}
