package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Backend;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Postgres.class)
class IntrospectionTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            admin    | query_root              | author, author_aggregate, author_by_pk, books, books_aggregate, book, shop_cheap, shop_cheap_aggregate, line, line_aggregate, line_by_pk, every_type, every_type_aggregate, every_type_by_pk
            reader   | query_root              | author, author_by_pk, books, book
            citizen  | query_root              | author, author_aggregate, author_by_pk
            nameless | query_root              | author, author_aggregate
            counter  | query_root              | author_aggregate
            stranger | query_root              | no_queries_available
            reader   | subscription_root       | author, author_by_pk, author_stream, books, book, books_stream
            reader   | author                  | city, id, name, books
            admin    | author                  | born, city, id, name, books, books_aggregate
            citizen  | author                  | born, city, id, name
            reader   | book                    | authorId, id, in_print, title, author
            admin    | author_aggregate        | aggregate, nodes
            admin    | author_aggregate_fields | count, avg, max, min, stddev, stddev_pop, stddev_samp, sum, var_pop, var_samp, variance
            admin    | author_max_fields       | born, city, id, name
            admin    | author_sum_fields       | id
            """)
    void a_role_sees_the_fields_it_may_use(String role, String type, String names) {
        JsonNode fields = Asking.as(role).data("{ __type(name: \"%s\") { fields { name } } }".formatted(type));

        assertThat(fields.findValuesAsText("name")).containsExactly(names.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            author_bool_exp                  | _and, _not, _or, city, id, name, books
            author_order_by                  | city, id, name
            book_order_by                    | authorId, id, in_print, title, author
            author_stream_cursor_input       | initial_value, ordering
            author_stream_cursor_value_input | city, id, name
            Int_comparison_exp               | _eq, _gt, _gte, _in, _is_null, _lt, _lte, _neq, _nin
            String_comparison_exp            | _eq, _gt, _gte, _ilike, _in, _iregex, _is_null, _like, _lt, _lte, _neq, _nilike, _nin, _niregex, _nlike, _nregex, _nsimilar, _regex, _similar
            """)
    void inputs_have_the_allowed_columns(String type, String names) {
        JsonNode fields = Asking.as("reader").data("{ __type(name: \"%s\") { inputFields { name } } }".formatted(type));

        assertThat(fields.findValuesAsText("name")).containsExactly(names.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            author_select_column | city, id, name
            order_by             | asc, asc_nulls_first, asc_nulls_last, desc, desc_nulls_first, desc_nulls_last
            cursor_ordering      | ASC, DESC
            """)
    void enums_have_their_values(String type, String names) {
        JsonNode values = Asking.as("reader").data("{ __type(name: \"%s\") { enumValues { name } } }".formatted(type));

        assertThat(values.findValuesAsText("name")).containsExactly(names.split(", "));
    }

    @Test
    void comments_are_descriptions() {
        JsonNode data = Asking.as("admin").data("""
                        { author: __type(name: "author") { description }
                          book: __type(name: "book") { description fields { name description } } }""");

        assertThat(data.at("/author/description").asText()).isEqualTo("Those who write");
        assertThat(data.at("/book/description").asText()).isEqualTo("columns and relationships of \"shop.book\"");
        assertThat(data.at("/book/fields/0/description").asText()).isEqualTo("who wrote it");
    }

    @Test
    void the_cache_directive_is_shown() {
        JsonNode data = Asking.as("reader").data("{ __schema { directives { name } } }");

        assertThat(data.findValuesAsText("name")).contains("include", "skip", "cached");
    }

    @Test
    void mixes_with_data_in_the_order_of_the_query() {
        JsonNode answer = Asking.as("reader").ask("""
                        query ($t: String!, $n: Int, $unknown: gone) {
                          type: __type(name: $t) { ...name }
                          author(limit: $n) { id }
                          __typename
                          __schema { queryType { ...name } mutationType { name } }
                        }
                        fragment name on __Type { name }""", "{t: 'author', n: 0}");

        assertThat(answer).hasToString(Json.read("""
                                {data: {type: {name: 'author'}, author: [], __typename: 'query_root',
                                        __schema: {queryType: {name: 'query_root'}, mutationType: null}}}""").toString());
    }

    @ParameterizedTest
    @CsvSource({"admin", "reader", "citizen", "counter", "clerk", "stranger"})
    void the_standard_query_gives_a_schema_that_can_be_built(String role) {
        JsonNode data = Asking.as(role).data(IntrospectionQuery.INTROSPECTION_QUERY);

        Map<String, Object> plain = new JsonMapper().convertValue(data, new TypeReference<>() {});
        var document = new IntrospectionResultToSchema().createSchemaDefinition(plain);
        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(document));
        assertThat(new SchemaPrinter().print(schema)).contains("query_root");
    }

    @Test
    void a_data_connector_has_neither_streams_nor_distinct_rows() {
        TrackedTable events = TableBuilder.aTable("public", "author")
                .in("warehouse", Backend.DATA_CONNECTOR)
                .column("id", "int4", "Float")
                .nullable("born", "date", "DATE")
                .permit("reader", PermissionBuilder.anyRow())
                .build();
        Asking reader = Asking.as("reader").of(new SchemaCache(2, List.of(events), Map.of()));

        JsonNode data = reader.data("""
                { subscriptions: __type(name: "subscription_root") { fields { name } }
                  query: __type(name: "query_root") { fields { args { name } } }
                  __type(name: "DATE_comparison_exp") { name } }""");

        assertThat(data).isEqualTo(Json.read("""
                        {subscriptions: {fields: [{name: 'author'}, {name: 'author_by_pk'}]},
                         query: {fields: [
                             {args: [{name: 'limit'}, {name: 'offset'}, {name: 'order_by'}, {name: 'where'}]},
                             {args: [{name: 'id'}]}]},
                         __type: {name: 'DATE_comparison_exp'}}"""));
        assertThat(reader.data("{ author_by_pk(id: 1) { id born } }"))
                .isEqualTo(Json.read("{author_by_pk: {id: 1, born: '1815-12-10'}}"));
    }

    @Test
    void a_thousand_tables_make_one_schema() {
        List<TrackedTable> tables = IntStream.range(0, 1000)
                .mapToObj(number -> TableBuilder.aTable("public", "table_" + number)
                        .column("id", "int4", "Int")
                        .nullable("name", "text", "String")
                        .nullable("price", "numeric", "numeric")
                        .permit("reader", PermissionBuilder.anyRow().aggregations())
                        .build())
                .toList();
        Asking reader = Asking.as("reader").of(new SchemaCache(3, tables, Map.of()));

        JsonNode data = reader.data("{ __type(name: \"query_root\") { fields { name } } }");

        assertThat(data.findValuesAsText("name")).hasSize(3000);
    }
}
