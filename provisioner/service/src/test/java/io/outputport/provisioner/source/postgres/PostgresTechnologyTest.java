package io.outputport.provisioner.source.postgres;

import static io.outputport.provisioner.source.SourcePorts.PRODUCT;
import static io.outputport.provisioner.source.SourcePorts.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTechnologyTest {
    private final PostgresTechnology postgres = new PostgresTechnology(
            PostgresSettings.from(Settings.of(Map.of(
                            "POSTGRES_URL", "jdbc:postgresql://db.example/shop",
                            "POSTGRES_USER", "reader",
                            "POSTGRES_PASSWORD", "s3cret",
                            "POSTGRES_SOURCES", "shop=SHOP_URL,stock=STOCK_URL")))
                    .orElseThrow(),
            SourceWatch.nobody());

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "PostgreSQL", "POSTGRES"})
    void it_is_meant_by_its_names_in_any_letter_case(String technology) {
        assertThat(postgres.isMeantBy(technology)).isTrue();
    }

    @Test
    void it_is_not_meant_by_another_technology() {
        assertThat(postgres.isMeantBy("Snowflake")).isFalse();
    }

    @Test
    void a_port_without_database_uses_that_of_the_url() {
        assertThat(locate(aSource("schema", "public", "viewName", "orders")))
                .isEqualTo(Outcome.done(new SourceTable("postgres", "shop", "public", "orders")));
    }

    @Test
    void a_listed_database_is_taken() {
        assertThat(locate(aSource("database", "stock", "schema", "S", "tableName", "clean", "viewName", "clean")))
                .isEqualTo(Outcome.done(new SourceTable("postgres", "stock", "S", "clean")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pg_catalog", "pg_toast", "pg_temp_3", "information_schema", "INFORMATION_SCHEMA", "hdb_catalog"
            })
    void what_the_database_or_hasura_keeps_for_itself_is_no_data(String schema) {
        assertThat(problems(aSource("schema", schema, "viewName", "pg_settings")))
                .singleElement()
                .extracting(Problem::sentence)
                .isEqualTo("dataProduct.components[1].specific.schema (line 1, column 7): The schema " + schema
                        + " is kept by PostgreSQL or Hasura for itself; no output port is served from it."
                        + " Name a schema of the data product.");
        assertThat(postgres.named(Optional.empty(), schema, "pg_settings").isDone())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pgbouncer", "PG_Data", "catalog", "hdb"})
    void a_schema_that_only_sounds_like_one_of_those_is_taken(String schema) {
        assertThat(locate(aSource("schema", schema, "viewName", "orders")).isDone())
                .isTrue();
    }

    @Test
    void a_view_and_a_table_of_another_name_are_refused_since_nobody_knows_which_is_meant() {
        assertThat(problems(aSource("schema", "S", "tableName", "raw", "viewName", "clean")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .contains(
                                "specific.tableName",
                                "has viewName and tableName, which name different tables.",
                                "Keep the one that is meant."));
    }

    @Test
    void a_table_will_do_without_a_view() {
        assertThat(locate(aSource("schema", "public", "viewName", " ", "tableName", "raw")))
                .isEqualTo(Outcome.done(new SourceTable("postgres", "shop", "public", "raw")));
    }

    @Test
    void an_unlisted_database_is_refused_by_name() {
        assertThat(problems(aSource("schema", "public", "viewName", "orders", "database", "payroll")))
                .singleElement()
                .extracting(Problem::sentence)
                .isEqualTo("dataProduct.components[1].specific.database (line 3, column 7):"
                        + " The database \"payroll\" is not one that this provisioner serves."
                        + " Name one of shop, stock in specific.database, or have it added to POSTGRES_SOURCES.");
    }

    @Test
    void a_misspelt_field_is_named() {
        assertThat(problems(aSource("schema", "public", "viewNme", "orders")))
                .singleElement()
                .extracting(Problem::sentence)
                .asString()
                .endsWith("The source output port \"Source\" does not say its viewName or tableName."
                        + " There is \"viewNme\": did you mean viewName?");
    }

    @Test
    void all_that_is_missing_is_said_at_once() {
        assertThat(problems(aSource()))
                .extracting(Problem::sentence)
                .containsExactly(
                        "dataProduct.components[1].specific.schema (line 40, column 3): The source output port"
                                + " \"Source\" does not say its schema. Add schema to its specific.",
                        "dataProduct.components[1].specific.viewName (line 40, column 3): The source output port"
                                + " \"Source\" does not say its viewName or tableName."
                                + " Add viewName or tableName to its specific.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{getEnvironmentVariable(\"X\")}}",
                "a\"b",
                "a'b",
                "a`b",
                "a\\b",
                "a\nb",
                "a\u0000b",
                "a\u202eb",
                "a\ud800b"
            })
    void a_name_that_could_break_out_is_refused_and_not_repeated(String name) {
        List<Problem> problems = problems(aSource("schema", name, "viewName", name));

        assertThat(problems).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo("source-name-illegal");
            assertThat(problem.message()).doesNotContain(name).contains("which a name may not contain");
        });
        assertThat(problems.get(1).path()).contains("dataProduct.components[1].specific.viewName");
    }

    @Test
    void the_longest_name_counts_in_bytes() {
        assertThat(locate(aSource("schema", "s".repeat(63), "viewName", "v")).isDone())
                .isTrue();
        assertThat(problems(aSource("schema", "è".repeat(32), "viewName", "v")))
                .extracting(Problem::message)
                .containsExactly(
                        "The name for schema is 64 bytes long, but a name in PostgreSQL has at most 63 bytes.");
    }

    @Test
    void without_settings_it_says_what_is_missing_where_the_technology_stands() {
        Outcome<SourceTable> refused =
                PostgresTechnology.switchedOff().locate(PRODUCT, aSource("schema", "s", "viewName", "v"));

        assertThat(problems(refused))
                .extracting(Problem::sentence)
                .containsExactly("dataProduct.components[1].technology (line 41, column 3): This provisioner has no"
                        + " PostgreSQL settings, so it cannot serve an output port from PostgreSQL."
                        + " Have POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_SOURCES set.");
    }

    private Outcome<SourceTable> locate(SourceOutputPort port) {
        return postgres.locate(PRODUCT, port);
    }

    private List<Problem> problems(SourceOutputPort port) {
        return problems(locate(port));
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return outcome.match(done -> List.of(), (after, problem) -> List.of(), problems -> problems);
    }
}
