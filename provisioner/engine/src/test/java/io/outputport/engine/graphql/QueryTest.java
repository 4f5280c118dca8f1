package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Postgres.class)
class QueryTest {
    /** Rows of role, query, expected data; quotes are single, as in the JSON of all tests here. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            admin | { author(order_by: {id: asc}, limit: 2) { id name } } | {author: [{id: 1, name: 'Ada'}, {id: 2, name: 'Blaise'}]}
            admin | { author(order_by: [{city: asc_nulls_first}, {id: desc}]) { id } } | {author: [{id: 3}, {id: 4}, {id: 1}, {id: 2}]}
            admin | { author(order_by: [{city: asc}, {id: desc}]) { id } } | {author: [{id: 4}, {id: 1}, {id: 2}, {id: 3}]}
            admin | { author(order_by: [{city: asc_nulls_last}, {id: asc}]) { id } } | {author: [{id: 1}, {id: 4}, {id: 2}, {id: 3}]}
            admin | { author(order_by: {city: desc, id: asc}) { id } } | {author: [{id: 3}, {id: 2}, {id: 1}, {id: 4}]}
            admin | { author(order_by: {city: desc_nulls_first, id: asc}) { id } } | {author: [{id: 3}, {id: 2}, {id: 1}, {id: 4}]}
            admin | { author(order_by: {city: desc_nulls_last, id: asc}) { id } } | {author: [{id: 2}, {id: 1}, {id: 4}, {id: 3}]}
            admin | { author(order_by: {id: asc}, offset: 3) { id } } | {author: [{id: 4}]}
            admin | { author(order_by: {id: asc}, offset: 1, limit: 1) { id } } | {author: [{id: 2}]}
            admin | { author(limit: 0) { id } } | {author: []}
            admin | { author(distinct_on: city, order_by: [{city: asc}, {id: desc}]) { id } } | {author: [{id: 4}, {id: 2}, {id: 3}]}
            admin | { author(distinct_on: [city]) { city } } | {author: [{city: 'London'}, {city: 'Paris'}, {city: null}]}
            admin | { author_by_pk(id: 2) { name born } } | {author_by_pk: {name: 'Blaise', born: '1623-06-19'}}
            admin | { author_by_pk(id: 99) { name } } | {author_by_pk: null}
            admin | { line_by_pk(order_no: 1, position: 2) { item } } | {line_by_pk: {item: 'ink'}}
            admin | { book(id: '2') { authorId } } | {book: {authorId: 1}}
            admin | { shop_cheap { title } } | {shop_cheap: [{title: 'Notes'}]}
            admin | { a: author_by_pk(id: 1) { n: name } b: author_by_pk(id: 2) { n: name } } | {a: {n: 'Ada'}, b: {n: 'Blaise'}}
            admin | query { author(limit: 1) { __typename } __typename } | {author: [{__typename: 'author'}], __typename: 'query_root'}
            admin | { author_by_pk(id: 1) { ...f ... on author { id } ... { city } } } fragment f on author { name } | {author_by_pk: {name: 'Ada', id: 1, city: 'London'}}
            admin | { author_by_pk(id: 1) { ... on book { title } id } } | {author_by_pk: {id: 1}}
            admin | { author_by_pk(id: 1) { id @skip(if: true) name @include(if: true) city @include(if: false) } } | {author_by_pk: {name: 'Ada'}}
            admin | query @cached(ttl: 60) { author_by_pk(id: 1) { id } } | {author_by_pk: {id: 1}}
            admin | { author_by_pk(id: 1) { id id } author_by_pk(id: 1) { name } } | {author_by_pk: {id: 1, name: 'Ada'}}
            reader | { books(order_by: {title: asc}) { title } } | {books: [{title: 'Notes'}, {title: 'Numbers'}, {title: 'Thoughts'}]}
            reader | { book(id: 2) { title } } | {book: null}
            nameless | { author(order_by: {city: asc}) { city } } | {author: [{city: 'London'}, {city: 'London'}]}
            nameless | { author(order_by: {city: asc}, limit: 1) { city } } | {author: [{city: 'London'}]}
            nameless | { author(limit: 10) { __typename } } | {author: [{__typename: 'author'}, {__typename: 'author'}]}
            stranger | { no_queries_available } | {no_queries_available: 'There are no queries available to the current role. Either there are no sources or remote schemas configured, or the current role doesn\\'t have the required permissions.'}
            stranger | { __typename } | {__typename: 'query_root'}
            orphan | { __type(name: "author") { name } } | {__type: null}
            """)
    void answers(String role, String query, String expected) {
        assertThat(Asking.as(role).ask(query.replace('\'', '"')).toString())
                .isEqualTo(Json.read("{data: " + expected + "}").toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {id: {_eq: 2}} | [2]
            {id: {_neq: 2}} | [1,3,4]
            {id: {_gt: 2}} | [3,4]
            {id: {_gte: 2}} | [2,3,4]
            {id: {_lt: 2}} | [1]
            {id: {_lte: 2}} | [1,2]
            {id: {_gt: 1, _lt: 4}} | [2,3]
            {id: {_in: [1, 3]}} | [1,3]
            {id: {_in: 3}} | [3]
            {id: {_in: []}} | []
            {id: {_nin: [1, 3]}} | [2,4]
            {id: {_nin: []}} | [1,2,3,4]
            {city: {_is_null: true}} | [3]
            {city: {_is_null: false}} | [1,2,4]
            {name: {_like: 'A%'}} | [1]
            {name: {_nlike: 'A%'}} | [2,3,4]
            {name: {_ilike: 'a%'}} | [1]
            {name: {_nilike: 'a%'}} | [2,3,4]
            {name: {_similar: '[AB]%'}} | [1,2]
            {name: {_nsimilar: '[AB]%'}} | [3,4]
            {name: {_regex: '^[AB]'}} | [1,2]
            {name: {_iregex: '^[ab]'}} | [1,2]
            {name: {_nregex: '^[AB]'}} | [3,4]
            {name: {_niregex: '^[ab]'}} | [3,4]
            {born: {_lt: '1700-01-01'}} | [2]
            {born: {_in: ['1815-12-10', '1777-04-30']}} | [1,3]
            {} | [1,2,3,4]
            {_and: []} | [1,2,3,4]
            {_or: []} | []
            {_not: {}} | []
            {id: {}} | [1,2,3,4]
            {_or: [{id: {_eq: 1}}, {name: {_eq: 'Carl'}}]} | [1,3]
            {_or: {id: {_eq: 1}}} | [1]
            {_and: [{city: {_eq: 'London'}}, {_not: {id: {_eq: 1}}}]} | [4]
            {city: {_eq: 'London'}, id: {_gt: 1}} | [4]
            """)
    void filters(String where, String ids) {
        String query = "{ author(where: %s, order_by: {id: asc}) { id } }".formatted(where.replace('\'', '"'));

        assertThat(Asking.as("admin").data(query).path("author").findValuesAsText("id"))
                .as(query)
                .isEqualTo(texts(ids));
    }

    private static List<String> texts(String ids) {
        List<String> texts = new ArrayList<>();
        Json.read(ids).forEach(id -> texts.add(id.asText()));
        return texts;
    }
}
