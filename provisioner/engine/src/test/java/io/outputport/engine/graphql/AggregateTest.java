package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Postgres.class)
class AggregateTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            admin | { author_aggregate { aggregate { count } } } | {author_aggregate: {aggregate: {count: 4}}}
            admin | { author_aggregate { aggregate { count(columns: city) } } } | {author_aggregate: {aggregate: {count: 3}}}
            admin | { author_aggregate { aggregate { count(columns: [city], distinct: true) } } } | {author_aggregate: {aggregate: {count: 2}}}
            admin | { author_aggregate { aggregate { count(columns: [city, id], distinct: true) } } } | {author_aggregate: {aggregate: {count: 4}}}
            admin | { author_aggregate { aggregate { count(distinct: true) } } } | {author_aggregate: {aggregate: {count: 4}}}
            admin | { author_aggregate(where: {city: {_eq: 'London'}}) { aggregate { n: count max { id name } min { born } } } } | {author_aggregate: {aggregate: {n: 2, max: {id: 4, name: 'O\\'Neill "Q" \\\\ ?'}, min: {born: '1815-12-10'}}}}
            admin | { author_aggregate(limit: 2, order_by: {id: asc}) { aggregate { count } nodes { id } } } | {author_aggregate: {aggregate: {count: 2}, nodes: [{id: 1}, {id: 2}]}}
            admin | { books_aggregate { aggregate { sum { pages price } } } } | {books_aggregate: {aggregate: {sum: {pages: 1110, price: 130.49}}}}
            admin | { books_aggregate(where: {pages: {_in: [200, 500]}}) { aggregate { avg { pages } variance { pages } var_samp { pages } var_pop { pages } stddev_pop { pages } } } } | {books_aggregate: {aggregate: {avg: {pages: 350.0000000000000000}, variance: {pages: 45000.000000000000}, var_samp: {pages: 45000.000000000000}, var_pop: {pages: 22500.000000000000}, stddev_pop: {pages: 150.000000000000}}}}
            admin | { books_aggregate(limit: 0) { aggregate { count sum { pages } } nodes { id } } } | {books_aggregate: {aggregate: {count: 0, sum: {pages: null}}, nodes: []}}
            admin | { author_aggregate { __typename aggregate { __typename max { __typename } } } } | {author_aggregate: {__typename: 'author_aggregate', aggregate: {__typename: 'author_aggregate_fields', max: {__typename: 'author_max_fields'}}}}
            nameless | { author_aggregate { aggregate { count } nodes { __typename } } } | {author_aggregate: {aggregate: {count: 4}, nodes: [{__typename: 'author'}, {__typename: 'author'}]}}
            counter | { author_aggregate { aggregate { count } } } | {author_aggregate: {aggregate: {count: 4}}}
            windowless | { __type(name: 'query_root') { fields { name } } } | {__type: {fields: [{name: 'book'}]}}
            """)
    void answers(String role, String query, String expected) {
        assertThat(Asking.as(role).ask(query.replace('\'', '"')).toString())
                .isEqualTo(Json.exact("{data: " + expected + "}").toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nameless | { author_aggregate { aggregate { max { id } } } } | field 'id' not found in type: 'author_max_fields'
            nameless | { author_aggregate { aggregate { sum { id } } } } | field 'sum' not found in type: 'author_aggregate_fields'
            counter | { author_aggregate { nodes { id } } } | field 'nodes' not found in type: 'author_aggregate'
            admin | { books_aggregate { aggregate { max { in_print } } } } | field 'in_print' not found in type: 'book_max_fields'
            admin | { books_aggregate { aggregate { sum { title } } } } | field 'title' not found in type: 'book_sum_fields'
            """)
    void has_columns_that_are_allowed_and_make_sense(String role, String query, String message) {
        assertThat(Asking.as(role).error(query).path("message").asText()).isEqualTo(message);
    }
}
