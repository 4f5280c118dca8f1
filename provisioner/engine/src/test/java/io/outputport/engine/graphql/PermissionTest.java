package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Postgres.class)
class PermissionTest {
    @Test
    void a_row_filter_takes_its_value_from_the_session() {
        Asking parisian = Asking.as("citizen").with("x-hasura-city", "Paris");

        assertThat(parisian.data(
                        "{ author { id } author_by_pk(id: 1) { id } author_aggregate { aggregate { count } } }"))
                .isEqualTo(Json.read(
                        "{author: [{id: 2}], author_by_pk: null, author_aggregate: {aggregate: {count: 1}}}"));
    }

    @Test
    void a_list_in_the_session_is_a_postgresql_array() {
        Asking resident = Asking.as("resident").with("x-hasura-cities", "{London,Paris}");

        assertThat(resident.data("{ author(order_by: {id: asc}) { id } }").findValuesAsText("id"))
                .containsExactly("1", "2", "4");
    }

    @Test
    void a_missing_session_variable_is_named() {
        JsonNode error = Asking.as("citizen").error("{ author { id } }");

        assertThat(error).isEqualTo(Json.read("""
                        {extensions: {path: '$', code: 'not-found'},
                         message: 'missing session variable: \\"x-hasura-city\\"'}"""));
    }

    @Test
    void an_inherited_role_reads_the_rows_of_both_parents_and_null_where_neither_grants_the_cell() {
        JsonNode books = Asking.as("clerk").data("{ books(order_by: {title: asc}) { title price in_print } }");

        assertThat(books).isEqualTo(Json.exact("""
                        {books: [{title: 'Letters', price: 20.00, in_print: null},
                                 {title: 'Notes', price: null, in_print: true},
                                 {title: 'Numbers', price: 99.99, in_print: true},
                                 {title: 'Thoughts', price: null, in_print: true}]}"""));
    }

    @Test
    void a_cell_that_is_null_for_a_role_cannot_be_found_by_its_value() {
        Asking clerk = Asking.as("clerk");

        assertThat(clerk.data("{ books(where: {price: {_eq: \"10.50\"}}) { title } }"))
                .isEqualTo(Json.read("{books: []}"));
        assertThat(clerk.data("{ books(where: {price: {_eq: 20}}) { title } }"))
                .isEqualTo(Json.read("{books: [{title: 'Letters'}]}"));
    }

    @Test
    void an_own_permission_of_an_inherited_role_wins_over_its_parents() {
        assertThat(Asking.as("clerk").data("{ line(limit: 1, order_by: {order_no: asc, position: asc}) { item } }"))
                .isEqualTo(Json.read("{line: [{item: 'pen'}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | [1,2,3,4]
            {'id': 2} | [2]
            {'id': {'$eq': 2}} | [2]
            {'id': {'_ne': 2}} | [1,3,4]
            {'$or': [{'id': 1}, {'city': {'_is_null': true}}]} | [1,3]
            {'_and': [{'id': {'_gt': 1}}, {'_not': {'id': {'_in': [3, 4]}}}]} | [2]
            {'name': {'_ceq': 'name'}} | [1,2,3,4]
            {'name': {'_cne': 'name'}} | []
            {'_exists': {'_table': {'schema': 'shop', 'name': 'book'}, '_where': {'pages': {'_gt': 400}}}} | [1,2,3,4]
            {'_exists': {'_table': {'schema': 'shop', 'name': 'book'}, '_where': {'pages': {'_gt': 900}}}} | []
            {'_exists': {'_table': 'secret', '_where': {}}} | []
            {'gone': {'_eq': 1}} | []
            {'id': {'_gone': 1}} | []
            """)
    void a_filter_is_a_boolean_expression(String filter, String ids) {
        TrackedTable author = TableBuilder.aTable("public", "author")
                .column("id", "int4", "Int")
                .column("name", "text", "String")
                .nullable("city", "text", "String")
                .permit("someone", PermissionBuilder.rowsWhere(filter))
                .build();
        SchemaCache cache = new SchemaCache(2, List.of(author, Library.book()), Map.of());

        JsonNode data = Asking.as("someone").of(cache).data("{ author(order_by: {id: asc}) { id } }");

        assertThat(data.path("author").findValuesAsText("id").toString().replace(" ", ""))
                .isEqualTo(ids);
    }
}
