package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hasura's texts, paths and codes. */
@ExtendWith(Postgres.class)
class RefusalTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { nope { id } } | field 'nope' not found in type: 'query_root' | $.selectionSet.nope
            { author { nope } } | field 'nope' not found in type: 'author' | $.selectionSet.author.selectionSet.nope
            { x: author { y: nope } } | field 'nope' not found in type: 'author' | $.selectionSet.author.selectionSet.nope
            { author { born } } | field 'born' not found in type: 'author' | $.selectionSet.author.selectionSet.born
            { author_aggregate { aggregate { count } } } | field 'author_aggregate' not found in type: 'query_root' | $.selectionSet.author_aggregate
            { author_stream { id } } | field 'author_stream' not found in type: 'query_root' | $.selectionSet.author_stream
            { author(nope: 1) { id } } | 'author' has no argument named 'nope' | $.selectionSet.author
            { author(where: {nope: {_eq: 1}}) { id } } | field 'nope' not found in type: 'author_bool_exp' | $.selectionSet.author.args.where.nope
            { author(where: {born: {_eq: "1815-12-10"}}) { id } } | field 'born' not found in type: 'author_bool_exp' | $.selectionSet.author.args.where.born
            { author(where: {id: {_nope: 1}}) { id } } | field '_nope' not found in type: 'Int_comparison_exp' | $.selectionSet.author.args.where.id._nope
            { author(where: {id: {_like: "1"}}) { id } } | field '_like' not found in type: 'Int_comparison_exp' | $.selectionSet.author.args.where.id._like
            { author } | missing selection set for 'author' | $.selectionSet.author.selectionSet
            { author { id { x } } } | unexpected subselection set for non-object field | $.selectionSet.author.selectionSet.id
            { author_by_pk { id } } | missing required field 'id' | $.selectionSet.author_by_pk.args.id
            { author_by_pk(id: null) { id } } | unexpected null value for type 'Int' | $.selectionSet.author_by_pk.args.id
            { author(order_by: [{id: x}]) { id } } | expected one of the values ['asc', 'asc_nulls_first', 'asc_nulls_last', 'desc', 'desc_nulls_first', 'desc_nulls_last'] for type 'order_by', but found 'x' | $.selectionSet.author.args.order_by[0].id
            { author(order_by: {born: asc}) { id } } | field 'born' not found in type: 'author_order_by' | $.selectionSet.author.args.order_by[0].born
            { author(distinct_on: born) { id } } | expected one of the values ['city', 'id', 'name'] for type 'author_select_column', but found 'born' | $.selectionSet.author.args.distinct_on[0]
            { author(distinct_on: city, order_by: {id: asc}) { id } } | "distinct_on" columns must match initial "order_by" columns | $.selectionSet.author.args
            { author(order_by: {id: "asc"}) { id } } | expected an enum value for type 'order_by', but found a string | $.selectionSet.author.args.order_by[0].id
            { author(where: "x") { id } } | expected an object for type 'author_bool_exp', but found a string | $.selectionSet.author.args.where
            { author(where: {id: 1}) { id } } | expected an object for type 'Int_comparison_exp', but found an integer | $.selectionSet.author.args.where.id
            { author(where: {id: 1.5}) { id } } | expected an object for type 'Int_comparison_exp', but found a float | $.selectionSet.author.args.where.id
            { author(where: {id: true}) { id } } | expected an object for type 'Int_comparison_exp', but found a boolean | $.selectionSet.author.args.where.id
            { author(where: {id: [1]}) { id } } | expected an object for type 'Int_comparison_exp', but found a list | $.selectionSet.author.args.where.id
            { author(where: {id: x}) { id } } | expected an object for type 'Int_comparison_exp', but found an enum value | $.selectionSet.author.args.where.id
            { author(where: {name: {_eq: {a: 1}}}) { id } } | expected a string for type 'String', but found an object | $.selectionSet.author.args.where.name._eq
            { author(where: {name: {_eq: 1}}) { id } } | expected a string for type 'String', but found an integer | $.selectionSet.author.args.where.name._eq
            { author(where: {id: {_eq: "1"}}) { id } } | expected a 32-bit integer for type 'Int', but found a string | $.selectionSet.author.args.where.id._eq
            { books(where: {in_print: {_eq: 1}}) { id } } | expected a boolean for type 'Boolean', but found an integer | $.selectionSet.books.args.where.in_print._eq
            { author(where: {name: {_eq: null}}) { id } } | unexpected null value for type 'String' | $.selectionSet.author.args.where.name._eq
            { author(where: {name: {_in: ["a", null]}}) { id } } | unexpected null value for type 'String' | $.selectionSet.author.args.where.name._in[1]
            { author(limit: -1) { id } } | expected a non-negative 32-bit integer for type 'Int', but found an integer | $.selectionSet.author.args.limit
            { author(offset: 1.5) { id } } | expected a 32-bit integer, or a 64-bit integer represented as a string for type 'Int', but found a float | $.selectionSet.author.args.offset
            { author(offset: "x") { id } } | expected a 32-bit integer, or a 64-bit integer represented as a string for type 'Int', but found a string | $.selectionSet.author.args.offset
            { author(limit: "1") { id } } | expected a non-negative 32-bit integer for type 'Int', but found a string | $.selectionSet.author.args.limit
            { author(where: {_or: [{id: {_eq: 1}}, {id: {_eq: true}}]}) { id } } | expected a 32-bit integer for type 'Int', but found a boolean | $.selectionSet.author.args.where._or[1].id._eq
            { author { ...gone } } | reference to undefined fragment "gone" | $.selectionSet.author.selectionSet
            { author { ...a } } fragment a on author { ...b } fragment b on author { ...a } | the fragment definition(s) a and b form a cycle | $.selectionSet.author.selectionSet.a.selectionSet.b.selectionSet
            { author { id @nope } } | directive 'nope' is not defined in the schema | $.selectionSet.author.selectionSet
            { author { id @skip } } | missing required field 'if' | $.selectionSet.author.selectionSet.skip.args.if
            { author { id @skip(if: true, of: 1) } } | 'skip' has no argument named 'of' | $.selectionSet.author.selectionSet.skip
            { author { id @skip(if: "x") } } | expected a boolean for type 'Boolean', but found a string | $.selectionSet.author.selectionSet.skip.args.if
            { author { id @skip(if: true) @skip(if: true) } } | the following directives are used more than once: ['skip'] | $.selectionSet.author.selectionSet
            { author { id @cached } } | directive 'cached' is not allowed on a field | $.selectionSet.author.selectionSet
            query @skip(if: true) { author { id } } | directive 'skip' is not allowed on a query | $
            query @nope { author { id } } | directive 'nope' is not defined in the schema | $
            { author { x: id x: name } } | selection of both 'id' and 'name' specify the same response name, 'x' | $.selectionSet.author.selectionSet
            { author(limit: 1) { id } author(limit: 2) { id } } | inconsistent arguments between multiple selections of field 'author' | $.selectionSet
            { author(limit: $n) { id } } | unbound variable "n" | $
            query ($n: Int!) { author(limit: $n) { id } } | expecting a value for non-nullable variable: "n" | $
            query ($n: String) { author(limit: $n) { id } } | variable 'n' is declared as 'String', but used where 'Int' is expected | $.selectionSet.author.args.limit
            query ($n: Int) { author(where: {id: {_in: $n}}) { id } } | variable 'n' is declared as 'Int', but used where '[Int!]' is expected | $.selectionSet.author.args.where.id._in
            { author(where: {_and: null}) { id } } | expected a list, but found null | $.selectionSet.author.args.where._and
            { author(where: {_not: null}) { id } } | expected an object for type 'author_bool_exp', but found null | $.selectionSet.author.args.where._not
            { author(where: {id: null}) { id } } | expected an object for type 'Int_comparison_exp', but found null | $.selectionSet.author.args.where.id
            { author(where: {id: {_in: null}}) { id } } | expected a list, but found null | $.selectionSet.author.args.where.id._in
            query ($n: Int = $n) { author(limit: $n) { id } } | not a valid graphql query | $.query
            query ($w: author_bool_exp = {id: {_eq: $m}}, $m: Int) { author(where: $w) { id } } | not a valid graphql query | $.query
            type author { id: Int } | exactly one operation has to be present in the document when operationName is not specified | $
            { author(limit: 1, limit: 2) { id } } | not a valid graphql query | $.query
            { author(where: {id: {_eq: 1}, id: {_eq: 2}}) { id } } | not a valid graphql query | $.query
            subscription { author { nope } } | field 'nope' not found in type: 'author' | $.selectionSet.author.selectionSet.nope
            subscription { a: author { id } b: author { id } } | subscriptions must select one top level field | $
            query ($n: Int) { author_by_pk(id: $n) { id } } | variable 'n' is declared as 'Int', but used where 'Int!' is expected | $.selectionSet.author_by_pk.args.id
            query ($n: String) { author(where: {name: {_eq: $n}}) { id } } | unexpected null value for type 'String' | $.selectionSet.author.args.where.name._eq
            { author { | not a valid graphql query | $.query
            query { } | not a valid graphql query | $.query
            { author(limit: 1e99999999999) { id } } | not a valid graphql query | $.query
            query a { author { id } } query b { author { id } } | exactly one operation has to be present in the document when operationName is not specified | $
            fragment a on author { id } | exactly one operation has to be present in the document when operationName is not specified | $
            mutation { delete_author { affected_rows } } | no mutations exist | $
            { __schema { nope } } | field 'nope' not found in type: '__Schema' | $.selectionSet.__schema.selectionSet.nope
            { __type { name } } | missing required field 'name' | $.selectionSet.__type.args.name
            """)
    void refuses(String query, String message, String path) {
        JsonNode answer = Asking.as("reader").ask(query);

        assertThat(answer.at("/errors/0/message").asText()).isEqualTo(message);
        assertThat(answer.at("/errors/0/extensions/path").asText()).isEqualTo(path);
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("validation-failed");
        assertThat(answer.has("data")).isFalse();
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            query ($n: Int) { author(limit: $n) { id } } | {n: -1} | expected a non-negative 32-bit integer for type 'Int', but found a number | $.selectionSet.author.args.limit
            query ($n: Int) { author(limit: $n) { id } } | {n: '1'} | expected a non-negative 32-bit integer for type 'Int', but found a string | $.selectionSet.author.args.limit
            query ($o: [author_order_by!]) { author(order_by: $o) { id } } | {o: {id: 'x'}} | expected one of the values ['asc', 'asc_nulls_first', 'asc_nulls_last', 'desc', 'desc_nulls_first', 'desc_nulls_last'] for type 'order_by', but found 'x' | $.selectionSet.author.args.order_by[0].id
            query ($w: author_bool_exp) { author(where: $w) { id } } | {w: []} | expected an object for type 'author_bool_exp', but found a list | $.selectionSet.author.args.where
            query ($w: author_bool_exp) { author(where: $w) { id } } | {w: {id: {_eq: null}}} | unexpected null value for type 'Int' | $.selectionSet.author.args.where.id._eq
            query ($n: Int!) { author(limit: $n) { id } } | {n: null} | null value found for non-nullable type: "Int!" | $
            { author { id } } | {left: 1, over: 2} | unexpected variables in variableValues: left, over | $
            query ($n: Int) { author { id } } | {n: 1} | unexpected variables in variableValues: n | $
            """)
    void refuses_variables(String query, String variables, String message, String path) {
        JsonNode error =
                Asking.as("reader").ask(query, variables).path("errors").path(0);

        assertThat(error.path("message").asText()).isEqualTo(message);
        assertThat(error.at("/extensions/path").asText()).isEqualTo(path);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            3000000000 | 3.0e9
            -2147483649 | -2.147483649e9
            12345678901234567890123 | 1.2345678901234567890123e22
            """)
    void a_number_beyond_32_bits_is_a_parse_failure(String number, String shown) {
        JsonNode error = Asking.as("reader").error("{ author(where: {id: {_eq: %s}}) { id } }".formatted(number));

        assertThat(error.path("message").asText())
                .isEqualTo("The value %s lies outside the bounds or is not an integer.".formatted(shown)
                        + " Maybe it is a float, or is there integer overflow?");
        assertThat(error.at("/extensions/code").asText()).isEqualTo("parse-failed");
    }

    @Test
    void a_fraction_in_a_variable_is_no_integer() {
        JsonNode answer = Asking.as("reader").ask("query ($n: Int) { author(limit: $n) { id } }", "{n: 1.5}");

        assertThat(answer.at("/errors/0/message").asText()).startsWith("The value 1.5 lies outside the bounds");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            query ($a: Int, $a: Int) { author { id } } | multiple definitions for variable "a"
            { author { ...a } } fragment a on author { id } fragment a on author { id } | multiple definitions for fragment "a"
            """)
    void a_name_is_defined_once(String query, String message) {
        JsonNode error = Asking.as("reader").error(query);

        assertThat(error.path("message").asText()).isEqualTo(message);
        assertThat(error.path("extensions")).isEqualTo(Json.read("{path: '$', code: 'parse-failed'}"));
    }

    @Test
    void a_negative_offset_is_left_to_the_database() {
        JsonNode error = Asking.as("reader").error("{ author(offset: -1) { id } }");

        assertThat(error.path("message").asText()).isEqualTo("OFFSET must not be negative");
        assertThat(error.at("/extensions/code").asText()).isEqualTo("data-exception");
    }

    @Test
    void a_role_without_subscriptions_has_none() {
        JsonNode error = Asking.as("stranger").error("subscription { author { id } }");

        assertThat(error.path("message").asText()).isEqualTo("no subscriptions exist");
    }

    @Test
    void an_operation_name_is_a_name() {
        JsonNode answer = Asking.as("reader").askFor("a b", "query a { author { id } }");

        assertThat(answer.at("/errors/0/message").asText()).isEqualTo("a b is not valid GraphQL name");
        assertThat(answer.at("/errors/0/extensions/path").asText()).isEqualTo("$.operationName");
    }

    @Test
    void subscriptions_need_a_websocket() {
        JsonNode error = Asking.as("reader").error("subscription { author { id } }");

        assertThat(error.path("message").asText())
                .isEqualTo("subscriptions are not supported over HTTP, use websockets instead");
        assertThat(error.at("/extensions/code").asText()).isEqualTo("unexpected-payload");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {big: {_eq: "x"}} | invalid input syntax for type bigint: "x"
            {exact: {_eq: "x"}} | invalid input syntax for type numeric: "x"
            {day: {_eq: "x"}} | invalid input syntax for type date: "x"
            {day: {_in: ["2020-01-01", "x"]}} | invalid input syntax for type date: "x"
            {day: {_eq: "2021-02-30"}} | date/time field value out of range: "2021-02-30"
            {moment: {_gt: "x"}} | invalid input syntax for type timestamp with time zone: "x"
            {key: {_eq: "x"}} | invalid input syntax for type uuid: "x"
            {big: {_eq: 99999999999999999999}} | value "99999999999999999999" is out of range for type bigint
            {word: {_regex: "("}} | invalid regular expression: parentheses () not balanced
            """)
    void what_the_database_cannot_read_is_a_data_exception(String where, String message) {
        JsonNode error = Asking.as("admin").error("{ every_type(where: %s) { id } }".formatted(where));

        assertThat(error.path("message").asText()).isEqualTo(message);
        assertThat(error.path("extensions")).isEqualTo(Json.read("{path: '$', code: 'data-exception'}"));
    }

    @Test
    void an_operation_that_is_not_there_is_named() {
        JsonNode answer = Asking.as("reader").askFor("c", "query a { author { id } }");

        assertThat(answer.at("/errors/0/message").asText()).isEqualTo("no such operation found in the document: \"c\"");
    }

    @Test
    void a_name_does_not_choose_among_anonymous_operations() {
        JsonNode answer = Asking.as("reader").askFor("a", "{ author { id } }");

        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("operationName cannot be used when an anonymous operation exists in the document");
    }
}
