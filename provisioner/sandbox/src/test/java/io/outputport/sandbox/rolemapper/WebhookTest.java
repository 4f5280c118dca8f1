package io.outputport.sandbox.rolemapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the webhook lets in, and what it keeps out. */
class WebhookTest {
    private static final Reply UNAUTHORIZED = new Reply(401, "\"Unauthorized\"");
    private static RoleMapper roleMapper;
    private static Http http;

    @BeforeAll
    static void start() throws IOException {
        roleMapper = RoleMapper.start(0);
        http = Http.to(roleMapper.url());
        role("invoices_role", "urn:invoices", "\"invoices\",\"invoices_agg\"", "\"user:alice\"", "\"group:analysts\"");
        role("customers_role", "urn:customers", "\"customers\"", "\"user:alice\"", "");
    }

    @AfterAll
    static void stop() {
        roleMapper.close();
    }

    @Test
    void a_granted_user_gets_the_role_that_owns_the_root_field() {
        assertThat(ask("Bearer alice", "{ invoices { id } }"))
                .isEqualTo(new Reply(200, "{\"X-Hasura-User-Id\":\"user:alice\",\"X-Hasura-Role\":\"invoices_role\"}"));
    }

    @Test
    void a_member_of_a_granted_group_gets_it_too() {
        assertThat(ask("Bearer bob+doctors+analysts", "{ invoices { id } }").body())
                .isEqualTo("{\"X-Hasura-User-Id\":\"user:bob\",\"X-Hasura-Role\":\"invoices_role\"}");
    }

    @Test
    void a_mail_address_is_written_as_the_platform_writes_it() {
        role("mail_role", "urn:mail", "\"mails\"", "\"user:carol_example.org@x\"", "");

        assertThat(ask("Bearer carol@example.org@x", "{ mails }").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query A { invoices { id } invoices_agg { aggregate { count } } }",
                "query A($n: Int) { some: invoices(limit: $n) { ...row } } fragment row on invoices { invoices }",
                "query A { ...both } fragment both on query_root { invoices { id } invoices_agg { nodes { id } } }",
                "query A { invoices { id } } query B { invoices_agg { nodes { id } } }",
                "query A { invoices { id } ... on query_root { customers { id } } }",
            })
    void queries_whose_root_fields_one_role_covers_are_let_in(String query) {
        assertThat(ask("Bearer alice", query).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ invoices { id } customers { id } }",
                "{ __schema { types { name } } }",
                "{ __typename }",
                "{ invoices { id } __typename }",
                "query A { ... on query_root { invoices { id } } }",
                "query A { invoices { ...row } } fragment row on invoices { id }",
                "subscription { invoices { id } }",
                "mutation { invoices { id } }",
                "query A { invoices { id } } mutation B { x }",
                "{ unheard_of { id } }",
            })
    void everything_else_is_unauthorized(String query) {
        assertThat(ask("Bearer alice", query)).isEqualTo(UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer mallory", "Bearer ", "Basic alice", "bearer alice", "alice", ""})
    void who_has_no_role_or_no_token_is_unauthorized(String authorization) {
        assertThat(ask(authorization, "{ invoices { id } }")).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void a_query_that_does_not_parse_is_400() {
        Reply reply = ask("Bearer alice", "{ invoices {");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0").asText()).startsWith("Graphql query has one or more errors. ");
    }

    @ParameterizedTest
    @CsvSource({"Authorization, 200", "authorization, 200", "AUTHORIZATION, 401"})
    void only_two_ways_of_writing_the_header_are_looked_up(String name, int status) {
        String body =
                "{\"headers\":{\"%s\":\"Bearer alice\"},\"request\":{\"query\":\"{ invoices }\"}}".formatted(name);

        assertThat(http.post("/v1/authenticate", body).status()).isEqualTo(status);
    }

    @Test
    void a_call_without_a_request_is_422() {
        Reply reply = http.post("/v1/authenticate", "{\"headers\":{}}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/detail/0/loc").toString()).isEqualTo("[\"body\",\"request\"]");
    }

    private static Reply ask(String authorization, String query) {
        var body = JsonNodeFactory.instance.objectNode();
        var headers = body.putObject("headers").put("Host", "sandbox");
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        body.putObject("request").put("query", query).put("operationName", "A");
        return http.post("/v1/authenticate", body.toString());
    }

    private static void role(String role, String component, String fields, String users, String groups) {
        http.put(
                "/v1/roles",
                "{\"role_id\":\"%s\",\"component_id\":\"%s\",\"graphql_root_field_names\":[%s]}"
                        .formatted(role, component, fields));
        http.put("/v1/user_roles", "{\"role_id\":\"%s\",\"users\":[%s]}".formatted(role, users));
        http.put("/v1/group_roles", "{\"role_id\":\"%s\",\"groups\":[%s]}".formatted(role, groups));
    }
}
