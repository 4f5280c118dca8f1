package io.outputport.sandbox.rolemapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The role mapper's routes over real HTTP. */
class RoleMapperRoutesTest {
    private static final String COMPONENT = "urn:dmb:cmp:finance:invoices:0:graphql";
    private RoleMapper roleMapper;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        roleMapper = RoleMapper.start(0);
        http = Http.to(roleMapper.url());
    }

    @AfterEach
    void stop() {
        roleMapper.close();
    }

    @Test
    void health_is_a_json_text() {
        assertThat(http.get("/v1/health")).isEqualTo(new Reply(200, "\"Alive\""));
    }

    @Test
    void a_role_is_echoed_and_found_by_id_and_by_component() {
        Reply put = putRole("invoices_role", COMPONENT, "\"a\",\"b\",\"a\"");

        assertThat(put)
                .isEqualTo(new Reply(
                        200,
                        "{\"role_id\":\"invoices_role\",\"component_id\":\"" + COMPONENT
                                + "\",\"graphql_root_field_names\":[\"a\",\"b\",\"a\"]}"));
        String role = "{\"role_id\":\"invoices_role\",\"component_id\":\"" + COMPONENT + "\"}";
        assertThat(http.get("/v1/roles/invoices_role")).isEqualTo(new Reply(200, role));
        assertThat(http.get("/v1/roles/component_id/" + COMPONENT.replace(":", "%3A")))
                .isEqualTo(new Reply(200, role));
    }

    @Test
    void an_unknown_role_is_404_with_a_json_text() {
        assertThat(http.get("/v1/roles/nobody")).isEqualTo(new Reply(404, "\"Role not found for role_id nobody\""));
        assertThat(http.get("/v1/roles/component_id/urn%3Ax"))
                .isEqualTo(new Reply(404, "\"Role not found for component_id urn:x\""));
    }

    @Test
    void a_role_of_another_component_is_refused() {
        putRole("invoices_role", COMPONENT, "");

        assertThat(putRole("invoices_role", "urn:other", ""))
                .isEqualTo(new Reply(400, "{\"errors\":[\"Cannot upsert role with role_id invoices_role\"]}"));
    }

    @Test
    void a_second_role_for_a_component_breaks() {
        putRole("invoices_role", COMPONENT, "");

        assertThat(putRole("another_role", COMPONENT, "")).isEqualTo(new Reply(500, "{\"error\":\"System error\"}"));
        assertThat(http.get("/v1/roles/another_role").status()).isEqualTo(404);
    }

    @Test
    void users_groups_and_root_fields_are_replaced_as_a_whole() {
        putRole("r", COMPONENT, "\"a\",\"b\"");
        putUsers("r", "\"user:alice\",\"user:bob\"");
        http.put("/v1/group_roles", "{\"role_id\":\"r\",\"groups\":[\"group:analysts\"]}");

        putRole("r", COMPONENT, "\"b\",\"c\"");
        putUsers("r", "\"user:bob\",\"user:carol\"");
        http.put("/v1/group_roles", "{\"role_id\":\"r\",\"groups\":[]}");

        assertThat(http.get("/sandbox/state").body())
                .isEqualTo("{\"roles\":[{\"role_id\":\"r\",\"component_id\":\"" + COMPONENT
                        + "\",\"graphql_root_field_names\":[\"b\",\"c\"],"
                        + "\"users\":[\"user:bob\",\"user:carol\"],\"groups\":[]}],\"writing\":0}");
    }

    @Test
    void users_of_an_unknown_role_are_refused() {
        assertThat(putUsers("nobody", "\"user:alice\""))
                .isEqualTo(new Reply(400, "{\"errors\":[\"Role not found for role_id nobody\"]}"));
    }

    @Test
    void a_key_over_255_characters_breaks_and_what_came_before_it_stays() {
        putRole("r", COMPONENT, "");
        putUsers("r", "\"user:old\"");

        Reply put = putUsers("r", "\"user:new\",\"" + "x".repeat(256) + "\"");

        assertThat(put.status()).isEqualTo(500);
        assertThat(users()).isEqualTo("[\"user:old\",\"user:new\"]");
        assertThat(putRole("é".repeat(255), "urn:long", "").status()).isEqualTo(200);
        assertThat(putRole("y".repeat(256), "urn:longer", "").status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|/detail/0|{'loc':['body','role_id'],'msg':'field required','type':'value_error.missing'}",
                "{'role_id':'r'}|/detail/0|{'loc':['body','users'],'msg':'field required','type':'value_error.missing'}",
                "{'role_id':null,'users':[]}|/detail/0|{'loc':['body','role_id'],"
                        + "'msg':'none is not an allowed value','type':'type_error.none.not_allowed'}",
                "{'role_id':{},'users':[]}|/detail/0|{'loc':['body','role_id'],"
                        + "'msg':'str type expected','type':'type_error.str'}",
                "{'role_id':'r','users':'user:a'}|/detail/0|{'loc':['body','users'],"
                        + "'msg':'value is not a valid list','type':'type_error.list'}",
                "{'role_id':'r','users':['a',[]]}|/detail/0/loc|['body','users',1]",
                "[1]|/detail|[{'loc':['body'],'msg':'value is not a valid dict','type':'type_error.dict'}]",
                "null|/detail|[{'loc':['body'],'msg':'field required','type':'value_error.missing'}]",
                "{'role_id'|/detail/0/type|'value_error.jsondecode'",
            })
    void a_malformed_body_is_422_in_the_framework_s_words(String body, String place, String expected) {
        Reply reply = http.put("/v1/user_roles", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at(place).toString()).isEqualTo(expected.replace('\'', '"'));
    }

    @Test
    void an_empty_body_lacks_its_fields() {
        Reply reply = http.put("/v1/roles", "");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/detail/0/msg").asText()).isEqualTo("field required");
    }

    @Test
    void numbers_are_taken_as_texts() {
        assertThat(putRole("r", COMPONENT, "1").body()).endsWith("\"graphql_root_field_names\":[\"1\"]}");
    }

    @Test
    void unknown_paths_and_methods_are_refused_in_the_framework_s_words() {
        assertThat(http.get("/v1/nothing")).isEqualTo(new Reply(404, "{\"detail\":\"Not Found\"}"));
        assertThat(http.get("/v1/roles")).isEqualTo(new Reply(405, "{\"detail\":\"Method Not Allowed\"}"));
        assertThat(http.delete("/v1/roles/r")).isEqualTo(new Reply(405, "{\"detail\":\"Method Not Allowed\"}"));
    }

    @Test
    void a_fault_meets_one_call_and_a_write_that_answers_late_is_done() {
        putRole("r", COMPONENT, "");
        http.post(
                "/sandbox/faults",
                "[{\"path\":\"/v1/user_roles\",\"fault\":\"status-500\",\"times\":1},"
                        + "{\"path\":\"/v1/user_roles\",\"fault\":\"timeout-after\",\"millis\":1,\"times\":1}]");

        assertThat(putUsers("r", "\"user:alice\"")).isEqualTo(new Reply(500, "{\"error\":\"System error\"}"));
        assertThat(users()).isEqualTo("[]");
        putUsers("r", "\"user:alice\"");
        assertThat(users()).isEqualTo("[\"user:alice\"]");
        assertThat(putUsers("r", "").status()).isEqualTo(200);
    }

    private String users() {
        return http.get("/sandbox/state").json().at("/roles/0/users").toString();
    }

    private Reply putRole(String role, String component, String rootFields) {
        return http.put(
                "/v1/roles",
                "{\"role_id\":\"%s\",\"component_id\":\"%s\",\"graphql_root_field_names\":[%s]}"
                        .formatted(role, component, rootFields));
    }

    private Reply putUsers(String role, String users) {
        return http.put("/v1/user_roles", "{\"role_id\":\"%s\",\"users\":[%s]}".formatted(role, users));
    }
}
