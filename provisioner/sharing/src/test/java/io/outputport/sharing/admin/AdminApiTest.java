package io.outputport.sharing.admin;

import static io.outputport.sharing.TestingSharing.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sharing.TestingSharing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminApiTest {
    private static final String ORDERS =
            "{\"schema\":\"shop\",\"name\":\"orders\",\"storage\":\"lake\",\"path\":\"orders\"}";

    @TempDir
    static Path folder;

    private static TestingSharing server;

    @BeforeAll
    static void start() {
        server = TestingSharing.in(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_can_never_be_read_is_refused_when_it_is_shared() {
        for (String path : List.of("../../etc", "/etc", "a//b", "m".repeat(300))) {
            HttpResponse<String> answer = server.call(
                    "PUT",
                    "/admin/v1/shares/nowhere",
                    "{\"tables\":[" + ORDERS.replace("\"path\":\"orders\"", "\"path\":\"" + path + "\"") + "]}");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("tables[0].path");
        }
    }

    @Test
    void a_filter_of_rows_is_kept_and_one_that_cannot_be_meant_refused() {
        String filtered = ORDERS.replace("\"path\":", "\"partitionFilter\":{\"client\":\"VALUE\"},\"path\":");
        String share = "{\"tables\":[" + filtered + "]}";

        assertThat(server.call("PUT", "/admin/v1/shares/part", share.replace("VALUE", "{recipient.client_id}"))
                        .body())
                .contains("\"partitionFilter\":{\"client\":\"{recipient.client_id}\"}");
        for (String wrong : List.of("\"{client_id}\"", "\"\"", "null")) {
            HttpResponse<String> answer =
                    server.call("PUT", "/admin/v1/shares/part", share.replace("\"VALUE\"", wrong));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("tables[0].partitionFilter");
        }
    }

    @Test
    void a_share_has_lifetimes_of_its_own_which_are_never_longer_than_everybodys() {
        String share = "{\"tokenLifetime\":\"TOKEN\",\"urlLifetime\":\"URL\",\"tables\":[]}";

        HttpResponse<String> made = server.call(
                "PUT", "/admin/v1/shares/brief", share.replace("TOKEN", "30d").replace("URL", "5m"));
        assertThat(made.body()).contains("\"tokenLifetime\":\"2592000s\",\"urlLifetime\":\"300s\"");
        assertThat(server.call("PUT", "/admin/v1/shares/brief", made.body()).body())
                .as("what is told besides is no part of what is sent")
                .contains("is not a field here");
        for (String wrong :
                List.of("91d,5m,tokenLifetime", "30d,16m,urlLifetime", "soon,5m,tokenLifetime", "30d,0,urlLifetime")) {
            String[] parts = wrong.split(",");
            HttpResponse<String> answer = server.call(
                    "PUT",
                    "/admin/v1/shares/brief",
                    share.replace("TOKEN", parts[0]).replace("URL", parts[1]));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains(parts[2] + ": It must be a duration");
        }
    }

    @Test
    void a_table_that_is_null_is_refused_as_one_without_fields() {
        HttpResponse<String> answer = server.call("PUT", "/admin/v1/shares/nowhere", "{\"tables\":[null]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("tables[0].schema");
    }

    @Test
    void a_share_is_made_read_changed_on_condition_and_taken_away() {
        HttpResponse<String> made = server.call(
                "PUT",
                "/admin/v1/shares/life",
                "{\"comment\":\"c\",\"tables\":[" + ORDERS + "]}",
                "If-None-Match",
                "*");
        assertThat(made.statusCode()).isEqualTo(201);
        String read = made.headers().firstValue("ETag").orElseThrow();
        assertThat(json(server.get("/admin/v1/shares?comment=c")).findValuesAsText("comment"))
                .containsExactly("c");
        assertThat(json(server.get("/admin/v1/shares?comment=%00")).path("items"))
                .isEmpty();
        assertThat(server.get("/admin/v1/shares/LIFE").headers().firstValue("ETag"))
                .hasValue(read);

        HttpResponse<String> changed = server.call("PUT", "/admin/v1/shares/life", "{\"tables\":[]}", "If-Match", read);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(server.call("PUT", "/admin/v1/shares/life", "{\"tables\":[" + ORDERS + "]}", "If-Match", read)
                        .statusCode())
                .isEqualTo(412);
        assertThat(json(server.get("/admin/v1/shares/life")).path("tables")).isEmpty();

        assertThat(server.call("DELETE", "/admin/v1/shares/life", "").statusCode())
                .isEqualTo(204);
        assertThat(server.get("/admin/v1/shares/life").statusCode()).isEqualTo(404);
        assertThat(server.call("DELETE", "/admin/v1/shares/life", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void grants_are_a_snapshot_with_a_condition_of_their_own() {
        server.share("granted", "user:alice");
        HttpResponse<String> read = server.get("/admin/v1/shares/granted/grants");
        String tag = read.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> put = server.call(
                "PUT", "/admin/v1/shares/granted/grants", "{\"recipients\":[\"group:analysts\"]}", "If-Match", tag);

        assertThat(json(put).path("recipients")).hasSize(1);
        assertThat(server.call("PUT", "/admin/v1/shares/granted/grants", "{\"recipients\":[]}", "If-Match", tag)
                        .statusCode())
                .isEqualTo(412);
        assertThat(json(server.get("/admin/v1/recipients/group:analysts"))
                        .path("kind")
                        .asText())
                .isEqualTo("GROUP");
    }

    @Test
    void what_is_wrong_is_told_with_its_field_and_a_remedy() {
        server.share("wrongs");
        refused(
                        "/admin/v1/shares/w",
                        "{\"tables\":[{\"schema\":\"a.b\",\"name\":\"\",\"storage\":\"s3://x\",\"path\":\"\"}]}")
                .contains("tables[0].schema", "FULL STOP", "tables[0].name", "tables[0].storage", "tables[0].path");
        refused("/admin/v1/shares/w", "{\"tables\":[" + ORDERS + "," + ORDERS.replace("orders", "ORDERS") + "]}")
                .contains("tables[1].name", "twice");
        refused("/admin/v1/shares/w", "{\"tabels\":[]}")
                .contains("tabels (line 1, column", "known are comment, tables");
        refused("/admin/v1/shares/w", "{\"comment\":7}").contains("comment (line 1", "must be a text");
        refused("/admin/v1/shares/w", "{\"tables\":{}}").contains("tables (line 1", "must be a list");
        refused("/admin/v1/shares/w", "{\"comment\":\"a\",\"comment\":\"b\"}").contains("line 1");
        refused("/admin/v1/shares/w", "[]").contains("must be an object");
        refused("/admin/v1/shares/w", "null").contains("null");
        refused("/admin/v1/shares/w", "{").contains("not JSON");
        refused("/admin/v1/shares/w", "").contains("body is missing");
        refused("/admin/v1/shares/with%20blank", "{}").contains("SPACE");
        refused("/admin/v1/shares/" + "x".repeat(256), "{}").contains("256 characters");
        refused("/admin/v1/shares/wrongs/grants", "{}").contains("recipients is missing");
        refused("/admin/v1/shares/wrongs/grants", "{\"recipients\":[\"nobody\"]}")
                .contains("nobody", "PUT /admin");
        refused("/admin/v1/shares/wrongs/grants", "{\"recipients\":[\"a b\",null]}")
                .contains("recipients[0]", "recipients[1]");
        refused("/admin/v1/recipients/user:x", "{\"kind\":\"EXTERNAL\"}").contains("kind");
        refused("/admin/v1/recipients/x", "{\"kind\":\"PERSON\"}").contains("one of USER, GROUP, SERVICE, EXTERNAL");
        refused("/admin/v1/recipients/x", "{\"networks\":[\"10.0.0.1/8\",\"example.com\"]}")
                .contains("networks[0]", "networks[1]");
        refused("/admin/v1/recipients/x", "{\"properties\":{\"a b\":\"c\"}}").contains("properties");
        assertThat(server.get("/admin/v1/shares/w").statusCode()).isEqualTo(404);
    }

    private static org.assertj.core.api.AbstractStringAssert<?> refused(String path, String body) {
        HttpResponse<String> answer = server.call("PUT", path, body);
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        return assertThat(json(answer).path("message").asText()).as(body);
    }

    @Test
    void conditions_that_cannot_be_read_are_refused() {
        server.share("tagged");
        for (String tag : new String[] {"W/\"1\"", "1", "\"1\"", "\"99999999999999999999.x\""}) {
            assertThat(server.call("PUT", "/admin/v1/shares/tagged", "{}", "If-Match", tag)
                            .statusCode())
                    .as(tag)
                    .isEqualTo(400);
        }
        assertThat(server.call("PUT", "/admin/v1/shares/nowhere", "{}", "If-Match", "*")
                        .statusCode())
                .isEqualTo(412);
        assertThat(server.call("PUT", "/admin/v1/shares/nowhere/grants", "{\"recipients\":[]}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothing_that_a_caller_sends_is_a_5xx() {
        String huge = "{\"comment\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        assertThat(server.call("PUT", "/admin/v1/shares/huge", huge).statusCode())
                .isEqualTo(413);
        assertThat(server.call("PUT", "/admin/v1/shares/a%2Fb", "{}").statusCode())
                .isBetween(400, 404);
        assertThat(server.call("PATCH", "/admin/v1/shares/a", "{}").statusCode())
                .isEqualTo(405);
        assertThat(server.call("DELETE", "/admin/v1/recipients/x/tokens/none", "")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> nowhere = server.get("/admin/v2/shares");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(json(nowhere).path("errorCode").asText()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
    }

    @Test
    void a_program_on_this_machine_is_let_in_and_a_page_or_a_proxy_is_not() {
        assertThat(server.get("/admin/v1/shares").statusCode()).isEqualTo(200);
        assertThat(server.get("/admin/v1/shares", "Origin", "http://localhost").statusCode())
                .isEqualTo(403);
        assertThat(server.get("/admin/v1/shares", "X-Forwarded-For", "127.0.0.1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/admin/v1/shares", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/%61dmin/v1/shares", "Origin", "http://localhost")
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void changes_stand_in_the_audit_with_their_author_and_without_codes() {
        server.recipient("audited", "{}");
        String code = server.link("audited", "");

        JsonNode events = json(server.get("/admin/v1/audit"));

        assertThat(events.path("items").toString())
                .contains("put recipient audited", "made a link for audited", "operator on the server's machine")
                .doesNotContain(code);
    }
}
