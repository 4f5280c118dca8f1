package io.outputport.sandbox.rolemapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the role mapper's framework makes of requests before the role mapper sees them. The answers are those of FastAPI
 * 0.95 with pydantic 1.10 to the same requests.
 */
class FrameworkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RoleMapper roleMapper;

    @BeforeAll
    static void start() throws IOException {
        roleMapper = RoleMapper.start(0);
    }

    @AfterAll
    static void stop() {
        roleMapper.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"role_id"                   | 10 | Expecting ':' delimiter
            {"role_id":                  | 11 | Expecting value
            {"role_id":"r" "users"}      | 15 | Expecting ',' delimiter
            {"a":1,}                     | 7  | Expecting property name enclosed in double quotes
            {1:2}                        | 1  | Expecting property name enclosed in double quotes
            [1,]                         | 3  | Expecting value
            [1 2]                        | 3  | Expecting ',' delimiter
            {} x                         | 3  | Extra data
            01                           | 1  | Extra data
            1.                           | 1  | Extra data
            +1                           | 0  | Expecting value
            -                            | 0  | Expecting value
            tru                          | 0  | Expecting value
            "abc                         | 0  | Unterminated string starting at
            "\\q"                        | 1  | Invalid \\escape
            "\\u12"                      | 2  | Invalid \\uXXXX escape
            {"é😀" 1}                     | 6  | Expecting ':' delimiter
            """)
    void what_is_no_json_is_told_in_the_words_of_python(String body, int at, String words) throws Exception {
        JsonNode fault = JSON.readTree(put("/v1/user_roles", body).body()).at("/detail/0");

        assertThat(fault.at("/loc").toString()).isEqualTo("[\"body\"," + at + "]");
        assertThat(fault.at("/msg").asText()).isEqualTo("%s: line 1 column %d (char %d)".formatted(words, at + 1, at));
        assertThat(fault.at("/type").asText()).isEqualTo("value_error.jsondecode");
        assertThat(fault.at("/ctx"))
                .isEqualTo(JSON.createObjectNode()
                        .put("msg", words)
                        .put("doc", body)
                        .put("pos", at)
                        .put("lineno", 1)
                        .put("colno", at + 1));
    }

    @Test
    void lines_are_counted_from_one() throws Exception {
        JsonNode fault = JSON.readTree(
                        put("/v1/user_roles", "{\"a\":1,\n \"b\" 2}").body())
                .at("/detail/0");

        assertThat(fault.at("/msg").asText()).isEqualTo("Expecting ':' delimiter: line 2 column 6 (char 13)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [] | [[["body","role_id"],"field required"],[["body","users"],"field required"]]
            "" | [[["body","role_id"],"field required"],[["body","users"],"field required"]]
            1 | [[["body"],"value is not a valid dict"]]
            {"role_id":"r","users":{"a":1,"b":2}} | [[["body","users"],"value is not a valid list"]]
            {"role_id":"r","users":["a",[],null]} | [[["body","users",1],"str type expected"],[["body","users",2],"none is not an allowed value"]]
            """)
    void each_fault_is_told_once_with_its_place(String body, String expected) throws Exception {
        HttpResponse<String> answer = put("/v1/user_roles", body);

        var told = JSON.createArrayNode();
        JSON.readTree(answer.body())
                .path("detail")
                .forEach(fault -> told.addArray().add(fault.path("loc")).add(fault.path("msg")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(told).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void what_is_no_text_becomes_the_one_that_python_writes() throws Exception {
        put("/v1/roles", "{\"role_id\":\"texts\",\"component_id\":\"urn:texts\",\"graphql_root_field_names\":[]}");

        HttpResponse<String> answer = put(
                "/v1/user_roles",
                "{\"role_id\":\"texts\",\"users\":[true,1e20,1.50,-0,1e-7,NaN,-Infinity,12345678901234567890,"
                        + "1e16,123456789.125,0.0001,1E2,2.5e-10]}");

        assertThat(JSON.readTree(answer.body()).path("users").toString())
                .isEqualTo("[\"True\",\"1e+20\",\"1.5\",\"0\",\"1e-07\",\"nan\",\"-inf\",\"12345678901234567890\","
                        + "\"1e+16\",\"123456789.125\",\"0.0001\",\"100.0\",\"2.5e-10\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "foo"})
    void a_body_of_another_type_is_no_object(String type) throws Exception {
        HttpResponse<String> answer = send("PUT", "/v1/user_roles", "{\"role_id\":\"r\",\"users\":[]}", type);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo("{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"value is not a valid dict\","
                        + "\"type\":\"type_error.dict\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=latin1", "application/merge-patch+json", "Application/JSON"})
    void every_type_of_json_is_read(String type) throws Exception {
        assertThat(send("PUT", "/v1/user_roles", "{}", type).body()).contains("field required");
    }

    @Test
    void a_body_that_is_not_utf_8_is_400_without_a_reason() throws Exception {
        byte[] latin = "{\"role_id\":\"Zürich\",\"users\":[]}".getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> answer = send("PUT", "/v1/user_roles", latin, "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"There was an error parsing the body\"}");
        assertThat(put("/v1/user_roles", "[".repeat(5000)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_byte_order_mark_is_read_over() throws Exception {
        assertThat(put("/v1/user_roles", "\uFEFF{}").body()).contains("field required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "x\\udc00y"})
    void what_postgresql_takes_in_no_text_is_500(String text) throws Exception {
        put("/v1/roles", "{\"role_id\":\"kept\",\"component_id\":\"urn:kept\",\"graphql_root_field_names\":[]}");

        assertThat(put("/v1/user_roles", "{\"role_id\":\"kept\",\"users\":[\"" + text + "\"]}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(put("/v1/user_roles", "{\"role_id\":\"" + text + "\",\"users\":[]}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(put("/v1/user_roles", "{\"role_id\":\"kept\",\"users\":[\"\\ud83d\\ude00\"]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_known_role_with_a_component_that_is_too_long_is_500() throws Exception {
        put("/v1/roles", "{\"role_id\":\"long\",\"component_id\":\"urn:long\",\"graphql_root_field_names\":[]}");

        HttpResponse<String> answer = put(
                "/v1/roles",
                "{\"role_id\":\"long\",\"component_id\":\"" + "x".repeat(256) + "\",\"graphql_root_field_names\":[]}");

        assertThat(answer.statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/roles/, /v1/roles",
        "PUT, /v1/roles//, /v1/roles",
        "GET, /v1/roles/x/, /v1/roles/x",
        "DELETE, /v1/roles/component_id/x/, /v1/roles/component_id/x",
        "GET, /v1/roles/component_id/, /v1/roles/component_id",
        "GET, /v1/roles/a%2F, /v1/roles/a",
        "GET, /v1/roles/%C3%A9/, /v1/roles/%C3%A9",
        "GET, /v1/health/, /v1/health"
    })
    void a_slash_at_the_end_is_sent_elsewhere(String method, String path, String elsewhere) throws Exception {
        HttpResponse<String> answer = send(method, path, "", "application/json");

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).contains(roleMapper.url() + elsewhere);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/roles, PUT",
        "PUT, /v1/roles/x, GET",
        "POST, /v1/roles/component_id/x, GET",
        "POST, /v1/health, GET",
        "GET, /v1/group_roles, PUT",
        "GET, /v1/authenticate, POST"
    })
    void a_wrong_method_is_told_the_right_one(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = send(method, path, "", "application/json");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/roles/a/b", "/v1/roles/a/b/c", "/v1/roles/component_id/x/y", "/v1/nothing/", "/"})
    void a_path_that_is_too_deep_or_unknown_is_404(String path) throws Exception {
        assertThat(send("GET", path, "", "application/json").body()).isEqualTo("{\"detail\":\"Not Found\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"headers":{},"request":{"query":"q","variables":"x"}} | [["body","request","variables"],"value is not a valid dict"]
            {"headers":{},"request":{"query":"q","operationName":[]}} | [["body","request","operationName"],"str type expected"]
            {"headers":[],"request":[]} | [["body","request","query"],"field required"]
            {"headers":{"c":null},"request":{"query":"q"}} | [["body","headers","c"],"none is not an allowed value"]
            """)
    void a_question_of_the_webhook_s_is_read_as_strictly(String body, String expected) throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/authenticate", body, "application/json");

        JsonNode detail = JSON.readTree(answer.body()).path("detail");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(detail).hasSize(1);
        assertThat(JSON.createArrayNode().add(detail.at("/0/loc")).add(detail.at("/0/msg")))
                .isEqualTo(JSON.readTree(expected));
    }

    @Test
    void no_character_set_is_named() throws Exception {
        assertThat(send("GET", "/v1/health", "", "application/json").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    private static HttpResponse<String> put(String path, String body) throws Exception {
        return send("PUT", path, body, "application/json");
    }

    private static HttpResponse<String> send(String method, String path, String body, String type) throws Exception {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), type);
    }

    private static HttpResponse<String> send(String method, String path, byte[] body, String type) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(roleMapper.url() + path))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
