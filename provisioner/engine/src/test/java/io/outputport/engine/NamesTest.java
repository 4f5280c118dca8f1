package io.outputport.engine;

import static io.outputport.engine.TestMetadata.metadata;
import static io.outputport.engine.TestMetadata.readableBy;
import static io.outputport.engine.TestMetadata.source;
import static io.outputport.engine.TestMetadata.table;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.TestEngine.Answer;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Roots;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tracked tables appear in the schema cache, and names that two of them claim. */
class NamesTest {
    private static final String URL = TestDatabase.named(
                    "names",
                    "CREATE SCHEMA care",
                    "CREATE DOMAIN care.code AS varchar",
                    "CREATE TABLE care.cases (id int8 PRIMARY KEY, small int2, n int4 NOT NULL, price numeric, f float8, r float4,"
                            + " ok bool, note text, name varchar(9), at timestamptz, day date, doc jsonb, key uuid,"
                            + " code care.code, total int)",
                    "COMMENT ON TABLE care.cases IS 'all cases'",
                    "COMMENT ON COLUMN care.cases.n IS 'how many'",
                    "CREATE TABLE people (id int PRIMARY KEY)",
                    "CREATE TABLE \"odd name\" (id int)",
                    "CREATE VIEW first AS SELECT count(*) AS n FROM people",
                    "CREATE VIEW second AS SELECT count(*) AS n FROM people")
            .url();
    private final TestEngine engine = TestEngine.start();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_name_of_a_function_or_of_everyones_schema_cannot_be_tracked() {
        ObjectNode source = source("default", URL);
        source.putArray("functions")
                .addObject()
                .putObject("function")
                .put("schema", "public")
                .put("name", "people");
        engine.replace(metadata(source));

        assertThat(engine.run("pg_track_table", TestMetadata.json("{\"table\":\"people\"}"))
                        .error())
                .isEqualTo("400 not-supported $.args function with name \"people\" already exists");
        assertThat(engine.run(
                                "pg_track_table",
                                TestMetadata.json(
                                        "{\"table\":\"no_queries_available\",\"configuration\":{\"custom_name\":\"x\"}}"))
                        .error())
                .isEqualTo("400 remote-schema-conflicts $.args node no_queries_available already exists in current"
                        + " graphql schema");
    }

    @Test
    void names_default_to_the_table_and_outside_public_to_schema_and_table() {
        track(table("care", "cases"), table("public", "people"));

        assertThat(tracked("cases").graphqlName()).isEqualTo("care_cases");
        assertThat(tracked("cases").roots())
                .isEqualTo(new Roots("care_cases", "care_cases_by_pk", "care_cases_aggregate", "care_cases_stream"));
        assertThat(tracked("people").graphqlName()).isEqualTo("people");
    }

    @Test
    void custom_names_and_root_fields_are_taken_in_both_forms() {
        track(table("care", "cases", """
                {"custom_name":"c","comment":"told","custom_root_fields":
                  {"select":"all","select_by_pk":{"name":"one","comment":"x"},"select_aggregate":null},
                 "column_config":{"total":{"custom_name":"total_amount","comment":"sum"}}}
                """));

        assertThat(tracked("cases").graphqlName()).isEqualTo("c");
        assertThat(tracked("cases").comment()).contains("told");
        assertThat(tracked("cases").roots())
                .isEqualTo(new Roots("all", "one", "c_aggregate", "c_stream", Map.of("select_by_pk", "x")));
        assertThat(tracked("cases").columns())
                .contains(new TrackedColumn("total", "total_amount", "int4", "Int", true, Optional.of("sum")));
    }

    @Test
    void columns_have_the_scalars_of_their_types_and_the_comments_of_the_database() {
        track(table("care", "cases"));

        assertThat(tracked("cases").columns().stream()
                        .collect(Collectors.toMap(TrackedColumn::databaseName, TrackedColumn::scalar)))
                .isEqualTo(Map.ofEntries(
                        Map.entry("id", "bigint"),
                        Map.entry("small", "smallint"),
                        Map.entry("n", "Int"),
                        Map.entry("price", "numeric"),
                        Map.entry("f", "float8"),
                        Map.entry("r", "Float"),
                        Map.entry("ok", "Boolean"),
                        Map.entry("note", "String"),
                        Map.entry("name", "String"),
                        Map.entry("at", "timestamptz"),
                        Map.entry("day", "date"),
                        Map.entry("doc", "jsonb"),
                        Map.entry("key", "uuid"),
                        Map.entry("code", "String"),
                        Map.entry("total", "Int")));
        assertThat(tracked("cases").comment()).contains("all cases");
        assertThat(tracked("cases").primaryKey()).containsExactly("id");
        assertThat(tracked("cases").columns())
                .contains(new TrackedColumn("n", "n", "int4", "Int", false, Optional.of("how many")));
    }

    @Test
    void a_permission_is_resolved() {
        track(
                readableBy(table("public", "people"), "all", "{\"columns\":\"*\",\"filter\":{}}"),
                readableBy(
                        table("care", "cases"),
                        "some",
                        "{\"columns\":[\"n\"],\"filter\":{\"id\":{\"_gt\":0}},\"limit\":5,\"allow_aggregations\":true,"
                                + "\"query_root_fields\":[\"select\"],\"subscription_root_fields\":[]}"));

        assertThat(tracked("people").selectPermissions())
                .extractingByKey("all")
                .extracting(SelectPermission::columns)
                .isEqualTo(Set.of("id"));
        SelectPermission some =
                requireNonNull(tracked("cases").selectPermissions().get("some"));
        assertThat(some.limit()).contains(5);
        assertThat(some.allowAggregations()).isTrue();
        assertThat(some.queryRootFields()).contains(Set.of("select"));
        assertThat(some.subscriptionRootFields()).contains(Set.of());
        assertThat(some.filter().at("/id/_gt").asInt()).isZero();
    }

    @Test
    void a_table_whose_name_graphql_forbids_is_tracked_and_not_served() {
        Answer answer = track(table("public", "odd name"));

        assertThat(answer.body().path("is_consistent").asBoolean()).isTrue();
        assertThat(engine.schema().tables()).isEmpty();
    }

    @Test
    void two_columns_with_one_name_are_inconsistent() {
        Answer answer = track(table("care", "cases", "{\"column_config\":{\"note\":{\"custom_name\":\"name\"}}}"));

        assertThat(answer.body().at("/inconsistent_objects/0/reason").asText())
                .isEqualTo("Inconsistent object: the definitions of columns \"note\" and \"name\" are in conflict: they"
                        + " are mapped to the same field name, \"name\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        people | cases  | {"custom_root_fields":{"insert":"insert_care_cases"}} | {} | Encountered conflicting definitions in the selection set for 'mutation_root' for field 'insert_care_cases' defined in [table care.cases in source s, table people in source s]. Fields must not be defined more than once across all sources.
        first  | second | {"custom_name":"x"} | {"custom_name":"x"} | Encountered conflicting definitions in the selection set for 'subscription_root' for fields: ['x_stream' defined in [table first in source s, table second in source s], 'x_aggregate' defined in [table first in source s, table second in source s], 'x' defined in [table first in source s, table second in source s]]. Fields must not be defined more than once across all sources.
        first  | second | {"custom_root_fields":{"select":"y"}} | {"custom_root_fields":{"select_aggregate":"y"}} | Encountered conflicting definitions in the selection set for 'subscription_root' for field 'y' defined in [table first in source s, table second in source s]. Fields must not be defined more than once across all sources.
        first  | second | {"custom_name":"t","custom_root_fields":{"select":"a","select_aggregate":"b","select_stream":"c"}} | {"custom_name":"t"} | Found conflicting definitions for GraphQL type 't'.  The definition at a differs from the definitions at [t].
        """)
    void a_name_that_two_tables_claim_is_an_error_500(
            String one, String other, String ofOne, String ofOther, String error) {
        String otherSchema = other.equals("cases") ? "care" : "public";
        Answer answer = track(table("public", one, ofOne), table(otherSchema, other, ofOther));

        assertThat(answer.error()).isEqualTo("500 unexpected $.args " + error);
        assertThat(engine.export().at("/metadata/sources")).isEmpty();
        assertThat(engine.stats().path("schemaBuilds").asInt()).isEqualTo(1);
    }

    private Answer track(ObjectNode... tables) {
        return engine.replace(metadata(source("s", URL, tables)));
    }

    private TrackedTable tracked(String name) {
        List<TrackedTable> found = engine.schema().tables().stream()
                .filter(table -> table.databaseName().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
