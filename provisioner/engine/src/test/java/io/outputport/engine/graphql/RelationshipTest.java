package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Postgres.class)
class RelationshipTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            admin | { book(id: 2) { title author { name } } } | {book: {title: 'Letters', author: {name: 'Ada'}}}
            admin | { author(order_by: {id: asc}) { books(order_by: {title: asc}) { title } } } | {author: [{books: [{title: 'Letters'}, {title: 'Notes'}]}, {books: [{title: 'Thoughts'}]}, {books: [{title: 'Numbers'}]}, {books: []}]}
            admin | { author_by_pk(id: 1) { books(limit: 1, order_by: {pages: desc}) { pages author { books_aggregate { aggregate { count sum { pages } } nodes { __typename } } } } } } | {author_by_pk: {books: [{pages: 200, author: {books_aggregate: {aggregate: {count: 2, sum: {pages: 260}}, nodes: [{__typename: 'book'}, {__typename: 'book'}]}}}]}}
            admin | { author_by_pk(id: 1) { a: books(where: {pages: {_gt: 100}}) { title } b: books(where: {pages: {_lt: 100}}) { title } } } | {author_by_pk: {a: [{title: 'Letters'}], b: [{title: 'Notes'}]}}
            admin | { author(where: {books: {pages: {_gt: 300}}}, order_by: {id: asc}) { id } } | {author: [{id: 2}, {id: 3}]}
            admin | { author(where: {_not: {books: {}}}) { id } } | {author: [{id: 4}]}
            admin | { books(where: {author: {books: {title: {_eq: "Notes"}}}}, order_by: {title: asc}) { title } } | {books: [{title: 'Letters'}, {title: 'Notes'}]}
            admin | { books(order_by: [{author: {name: desc}}, {title: asc}]) { title } } | {books: [{title: 'Numbers'}, {title: 'Thoughts'}, {title: 'Letters'}, {title: 'Notes'}]}
            admin | { author(order_by: [{books_aggregate: {count: desc}}, {id: asc}]) { id } } | {author: [{id: 1}, {id: 2}, {id: 3}, {id: 4}]}
            admin | { author(order_by: {books_aggregate: {max: {pages: asc_nulls_first}}}) { id } } | {author: [{id: 4}, {id: 1}, {id: 2}, {id: 3}]}
            admin | { books(order_by: {author: {books_aggregate: {sum: {pages: desc}}}, id: asc}, limit: 2) { title } } | {books: [{title: 'Numbers'}, {title: 'Thoughts'}]}
            admin | { author(where: {books_aggregate: {count: {predicate: {_gt: 1}}}}) { id } } | {author: [{id: 1}]}
            admin | { author(where: {books_aggregate: {count: {predicate: {_gte: 0, _in: [0, 2]}}}}, order_by: {id: asc}) { id } } | {author: [{id: 1}, {id: 4}]}
            admin | { author(where: {books_aggregate: {count: {filter: {pages: {_gt: 100}}, arguments: [title], distinct: true, predicate: {_eq: 1}}}}, order_by: {id: asc}) { id } } | {author: [{id: 1}, {id: 2}, {id: 3}]}
            admin | { books(where: {author: {_not: {books_aggregate: {count: {predicate: {_eq: 1}}}}}}, order_by: {title: asc}) { title } } | {books: [{title: 'Letters'}, {title: 'Notes'}]}
            admin | { author(where: {books_aggregate: {count: {filter: null, arguments: null, distinct: null, predicate: {_gt: 1}}}}) { id } } | {author: [{id: 1}]}
            reader | { author_by_pk(id: 1) { books { title } } } | {author_by_pk: {books: [{title: 'Notes'}]}}
            reader | { author(where: {books: {title: {_eq: "Letters"}}}) { id } } | {author: []}
            reader | { books(order_by: {author: {name: asc}}, limit: 1) { author { name } } } | {books: [{author: {name: 'Ada'}}]}
            """)
    void answers(String role, String query, String expected) {
        assertThat(Asking.as(role).ask(query))
                .hasToString(Json.read("{data: " + expected + "}").toString());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            admin   | { author { secrets { id } } }                                | field 'secrets' not found in type: 'author'
            citizen | { author { books { id } } }                                  | field 'books' not found in type: 'author'
            citizen | { author(where: {books: {}}) { id } }                        | field 'books' not found in type: 'author_bool_exp'
            reader  | { author { books_aggregate { aggregate { count } } } }       | field 'books_aggregate' not found in type: 'author'
            reader  | { author(order_by: {books_aggregate: {count: asc}}) { id } } | field 'books_aggregate' not found in type: 'author_order_by'
            reader  | { author(where: {books_aggregate: {}}) { id } }              | field 'books_aggregate' not found in type: 'author_bool_exp'
            admin   | { author(where: {books_aggregate: {count: {}}}) { id } }     | missing required field 'predicate'
            admin   | { author(where: {books_aggregate: {}}) { id } }              | exactly one predicate should be specified
            admin   | { author(where: {books_aggregate: {count: null}}) { id } }   | exactly one predicate should be specified
            reader  | { author { books { pages } } }                               | field 'pages' not found in type: 'book'
            """)
    void leads_only_where_the_role_may_go(String role, String query, String message) {
        assertThat(Asking.as(role).error(query).path("message").asText()).isEqualTo(message);
    }

    @Test
    void a_permission_may_look_at_related_rows() {
        TrackedTable author = TableBuilder.aTable("public", "author")
                .column("id", "int4", "Int")
                .array("books", "shop", "book", Map.of("id", "author_id"))
                .permit("someone", PermissionBuilder.rowsWhere("{'books': {'pages': {'_gt': 400}}}"))
                .build();
        Asking someone = Asking.as("someone").of(new SchemaCache(2, List.of(author, Library.book()), Map.of()));

        assertThat(someone.data("{ author { id } }")).isEqualTo(Json.read("{author: [{id: 3}]}"));
    }
}
