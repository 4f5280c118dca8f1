package io.outputport.engine.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that are meant to hurt get an answer all the same. */
@ExtendWith(Postgres.class)
class HostileQueryTest {
    private final Asking admin = Asking.as("admin");

    @Test
    void deep_selections_are_no_valid_query() {
        assertThat(message("{ author ".repeat(5000) + "{ id" + " }".repeat(5001)))
                .isEqualTo("not a valid graphql query");
    }

    @Test
    void deep_conditions_are_refused() {
        String where = "{_not: ".repeat(150) + "{}" + "}".repeat(150);

        assertThat(message("{ author(where: %s) { id } }".formatted(where)))
                .isEqualTo("the value is nested deeper than 100 levels");
    }

    @Test
    void deep_conditions_in_variables_are_refused() {
        String where = "{_not: ".repeat(900) + "{}" + "}".repeat(900);

        JsonNode answer = admin.ask("query ($w: author_bool_exp) { author(where: $w) { id } }", "{w: " + where + "}");

        assertThat(answer.at("/errors/0/message").asText()).isEqualTo("the value is nested deeper than 100 levels");
    }

    @Test
    void a_hundred_nested_conditions_are_fine() {
        String where = "{_not: ".repeat(98) + "{}" + "}".repeat(98);

        assertThat(admin.data("{ author(where: %s) { id } }".formatted(where)).path("author"))
                .hasSize(4);
    }

    @Test
    void fragments_that_multiply_are_refused() {
        String fragments = IntStream.range(0, 30)
                .mapToObj(level -> "fragment f%d on __Type { a: ofType { ...f%d } b: ofType { ...f%d } }"
                        .formatted(level, level + 1, level + 1))
                .collect(Collectors.joining(" "));

        assertThat(message("{ __type(name: \"author\") { ...f0 } } %s fragment f30 on __Type { name }"
                        .formatted(fragments)))
                .isEqualTo("the query has more than 20000 fields");
    }

    @Test
    void fragments_that_nest_beyond_the_stack_are_refused() {
        String chain = IntStream.range(0, 20_000)
                .mapToObj(level -> "fragment f%d on author { ...f%d }".formatted(level, level + 1))
                .collect(Collectors.joining(" "));
        String inReach = IntStream.range(0, 5_000)
                .mapToObj(level -> "a%d: author { ...f%d }".formatted(level, 19_999 - level))
                .collect(Collectors.joining(" "));

        assertThat(message("{ %s } %s fragment f20000 on author { id }".formatted(inReach, chain)))
                .isEqualTo("the query is nested deeper than 100 levels");
    }

    @Test
    void relationships_are_followed_far_but_not_forever() {
        String far = "{ author { books(limit: 1) ".repeat(45) + "{ id" + " } }".repeat(45) + " }";
        String tooFar = "{ books { author ".repeat(60) + "{ id" + " } }".repeat(60) + " }";

        assertThat(admin.ask("{ books " + far + " }").path("data").path("books"))
                .isNotEmpty();
        assertThat(message("{ author " + tooFar + " }")).isEqualTo("the query is nested deeper than 100 levels");
    }

    @Test
    void thousands_of_aliases_are_answered_or_refused() {
        String few = aliases(1_000);
        String many = aliases(30_000);

        assertThat(admin.data("{ author_by_pk(id: 1) { %s } }".formatted(few)).path("author_by_pk"))
                .hasSize(1_000);
        assertThat(message("{ author_by_pk(id: 1) { %s } }".formatted(many)))
                .isEqualTo("the query has more than 20000 fields");
    }

    @Test
    void long_lists_are_one_bind() {
        String ids = IntStream.range(0, 50_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(admin.data("{ author(where: {id: {_in: [%s]}}) { id } }".formatted(ids))
                        .path("author"))
                .hasSize(4);
    }

    @Test
    void long_names_are_kept() {
        String alias = "a".repeat(500);

        assertThat(admin.data("{ author_by_pk(id: 1) { %s: id } }".formatted(alias)))
                .isEqualTo(Json.read("{author_by_pk: {%s: 1}}".formatted(alias)));
    }

    @Test
    void a_table_that_is_gone_is_an_error_without_its_inside() {
        TrackedTable gone = TableBuilder.aTable("public", "gone")
                .column("id", "int4", "Int")
                .build();

        JsonNode error = admin.of(new SchemaCache(2, List.of(gone), Map.of())).error("{ gone { id } }");

        assertThat(error)
                .isEqualTo(Json.read("{extensions: {path: '$', code: 'unexpected'}, message: 'database query error'}"));
    }

    @Test
    void a_wide_table_is_answered() {
        TableBuilder author = TableBuilder.aTable("public", "author").called("wide");
        IntStream.range(0, 300)
                .forEach(number -> author.column(
                        new TrackedTable.TrackedColumn("id", "c" + number, "int4", "Int", false, Optional.empty())));
        String columns =
                IntStream.range(0, 300).mapToObj(number -> "c" + number).collect(Collectors.joining(" "));

        JsonNode data = admin.of(new SchemaCache(2, List.of(author.build()), Map.of()))
                .data("{ wide(limit: 1) { %s } }".formatted(columns));

        assertThat(data.at("/wide/0")).hasSize(300);
    }

    private static String aliases(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "a" + number + ": id")
                .collect(Collectors.joining(" "));
    }

    private String message(String query) {
        return admin.error(query).path("message").asText();
    }
}
