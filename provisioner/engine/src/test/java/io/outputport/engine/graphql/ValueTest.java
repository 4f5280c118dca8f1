package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Postgres.class)
class ValueTest {
    private static final String[] ATTACKS = {
        "'; DROP TABLE secret; --",
        "' OR '1'='1",
        "\\'; SELECT 1; --",
        "$$; SELECT 1",
        "?",
        "{}",
        "\"",
        "O'Neill",
        "::text",
        "%s {0} $1"
    };

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            big | 9223372036854775807
            small | 7
            exact | 12345678901234567890.1200
            real4 | 1.5
            real8 | 0.1
            flag | true
            word | "one"
            day | "2021-02-03"
            moment | "2021-02-03T04:05:06.7+00:00"
            local | "2021-02-03T04:05:06"
            clock | "04:05:06"
            doc | {"a":{"b":[1,2.50]},"c":null}
            raw | {"z":1,"a":2}
            key | "6f1c5c5e-0000-4000-8000-00000000000a"
            tags | ["x","y"]
            """)
    void looks_as_postgresql_writes_it_in_json(String column, String expected) {
        JsonNode data = Asking.as("admin").data("{ every_type(order_by: {id: asc}) { %s } }".formatted(column));

        assertThat(data.at("/every_type/0/" + column)).hasToString(expected);
        assertThat(data.at("/every_type/1/" + column).isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {big: {_eq: 9223372036854775807}}
            {big: {_eq: "9223372036854775807"}}
            {exact: {_eq: 12345678901234567890.12}}
            {real8: {_eq: 0.1}}
            {moment: {_eq: "2021-02-03T04:05:06.7Z"}}
            {key: {_eq: "6F1C5C5E-0000-4000-8000-00000000000A"}}
            {doc: {_contains: {a: {b: [1]}}}}
            {doc: {_contained_in: {a: {b: [1, 2.5]}, c: null, d: 1}}}
            {doc: {_eq: {c: null, a: {b: [1, 2.5]}}}}
            {doc: {_has_key: "a"}}
            {doc: {_has_keys_any: ["x", "c"]}}
            {doc: {_has_keys_all: ["a", "c"]}}
            {doc: {_in: [{x: 1}, {c: null, a: {b: [1, 2.5]}}]}}
            {tags: {_eq: "{x,y}"}}
            """)
    void is_found_by_its_value(String where) {
        JsonNode answer = Asking.as("admin").ask("{ every_type(where: %s) { id } }".formatted(where));

        assertThat(answer.path("data")).as(answer.toString()).isEqualTo(Json.read("{every_type: [{id: 1}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            doc(path: "$") | {"a":{"b":[1,2.50]},"c":null}
            doc(path: "$.a.b") | [1,2.50]
            doc(path: "a.b[1]") | 2.50
            doc(path: "$[\\"a\\"]['b'][0]") | 1
            doc(path: "$.nope") | null
            raw(path: "z") | 1
            """)
    void of_json_can_be_a_part(String field, String expected) {
        JsonNode data = Asking.as("admin").data("{ every_type_by_pk(id: 1) { part: %s } }".formatted(field));

        assertThat(data.at("/every_type_by_pk/part")).hasToString(expected);
    }

    @Test
    void of_json_has_a_path_with_a_syntax() {
        JsonNode error = Asking.as("admin").error("{ every_type { doc(path: \"a b; --\") } }");

        assertThat(error.path("message").asText()).startsWith("parse json path error: a b; --. Accept letters");
        assertThat(error.at("/extensions/path").asText()).isEqualTo("$.selectionSet.every_type.selectionSet.doc.args");
    }

    @Test
    void numbers_in_variables_stay_exact() {
        JsonNode answer = Asking.as("admin")
                .ask("query ($n: bigint!) { every_type(where: {big: {_eq: $n}}) { id } }", "{n: 9223372036854775807}");

        assertThat(answer.path("data")).isEqualTo(Json.read("{every_type: [{id: 1}]}"));
    }

    @Test
    void variables_have_defaults_and_enum_values_come_as_strings() {
        JsonNode answer = Asking.as("admin").ask("""
                        query ($limit: Int = 1, $by: order_by, $where: author_bool_exp = {id: {_gt: 1}}) {
                          author(limit: $limit, order_by: {id: $by}, where: $where) { id }
                        }""", "{by: 'desc'}");

        assertThat(answer.path("data")).isEqualTo(Json.read("{author: [{id: 4}]}"));
    }

    @Test
    void nullable_variables_that_are_not_given_change_nothing() {
        JsonNode answer = Asking.as("admin")
                .ask("query ($n: Int, $w: author_bool_exp) { author(limit: $n, where: $w) { id } }", "{w: null}");

        assertThat(answer.at("/data/author")).hasSize(4);
    }

    static Stream<String> attacks() {
        return Stream.of(ATTACKS);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void is_never_taken_for_sql(String attack) {
        String variables = Json.object("{}").put("v", attack).toString();
        Asking admin = Asking.as("admin");

        for (String operator : new String[] {"_eq", "_neq", "_gt", "_like", "_ilike"}) {
            JsonNode answer = admin.ask(
                    "query ($v: String!) { author(where: {name: {%s: $v}}) { id } }".formatted(operator), variables);
            assertThat(answer.has("data")).as(answer.toString()).isTrue();
        }
        JsonNode list = admin.ask(
                "query ($v: [String!]) { author(where: {name: {_in: $v}}) { id } }",
                Json.object("{}")
                        .set("v", Json.object(variables).arrayNode().add(attack))
                        .toString());
        assertThat(list).isEqualTo(Json.read("{data: {author: []}}"));
        JsonNode json = admin.ask("query ($v: jsonb!) { every_type(where: {doc: {_contains: $v}}) { id } }", variables);
        assertThat(json).isEqualTo(Json.read("{data: {every_type: []}}"));
        JsonNode key = admin.ask("query ($v: String!) { every_type(where: {doc: {_has_key: $v}}) { id } }", variables);
        assertThat(key).isEqualTo(Json.read("{data: {every_type: []}}"));
        JsonNode id = admin.ask("query ($v: bigint!) { book(id: $v) { id } }", variables);
        assertThat(id.at("/errors/0/extensions/code").asText()).isEqualTo("data-exception");
        JsonNode session = Asking.as("citizen").with("x-hasura-city", attack).data("{ author { id } }");
        assertThat(session).isEqualTo(Json.read("{author: []}"));
        assertThat(admin.data("{ author_by_pk(id: 1) { name } }")
                        .at("/author_by_pk/name")
                        .asText())
                .isEqualTo("Ada");
    }

    @Test
    void odd_characters_are_found() {
        JsonNode answer = Asking.as("admin")
                .ask(
                        "query ($v: String!) { author(where: {name: {_eq: $v}}) { id } }",
                        "{v: 'O\\'Neill \"Q\" \\\\ ?'}");

        assertThat(answer.path("data")).isEqualTo(Json.read("{author: [{id: 4}]}"));
    }

    @Test
    void a_zero_character_is_a_data_exception() {
        JsonNode answer = Asking.as("admin")
                .ask("query ($v: String!) { author(where: {name: {_eq: $v}}) { id } }", "{v: 'a\\u0000b'}");

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("data-exception");
    }
}
