package io.outputport.provisioner.source.snowflake;

import static io.outputport.provisioner.source.SourcePorts.PRODUCT;
import static io.outputport.provisioner.source.SourcePorts.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeTechnologyTest {
    private final SnowflakeTechnology snowflake =
            new SnowflakeTechnology(SnowflakeSettingsTest.with(Map.of()), SourceWatch.nobody());

    @Test
    void what_the_port_names_is_taken_as_it_is_written() {
        assertThat(locate(aSource("viewName", "clean", "tableName", "raw", "database", "Db 1", "schema", "s-1")))
                .isEqualTo(Outcome.done(new SourceTable("snowflake", "Db 1", "s-1", "clean")));
    }

    @Test
    void without_database_and_schema_they_come_from_domain_product_and_major_version() {
        assertThat(locate(aSource("viewName", "clean")))
                .isEqualTo(Outcome.done(new SourceTable("snowflake", "SALES", "ORDERS_1", "clean")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE VIEW DB.SC.clean AS (SELECT 1)                                   | DB    | SC
            create or replace secure view if not exists Db.Sc.CLEAN(a) as select 1  | Db    | Sc
            CREATE OR  REPLACE VIEW SC.clean AS SELECT 1                            | SALES | SC
            CREATE VIEW "my db"."my-sc"."clean" AS SELECT 1                         | my db | my-sc
            DB.SC.clean                                                             | DB    | SC
            clean                                                                   | SALES | ORDERS_1
            """)
    void a_custom_view_names_database_and_schema(String statement, String database, String schema) {
        assertThat(locate(aSource("viewName", "clean", "customView", statement)))
                .isEqualTo(Outcome.done(new SourceTable("snowflake", database, schema, "clean")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- orders by shop\nCREATE VIEW DB.SC.clean AS SELECT 1",
                "/* two\n lines */ create /* and */ or alter view -- of\n DB.SC.clean as select 1",
                "// as Snowflake writes it\nCREATE VIEW DB.SC.clean/**/ AS SELECT 1",
                "\n\tCREATE OR REPLACE SECURE RECURSIVE VIEW DB.SC.clean--\n(a) AS SELECT 1"
            })
    void comments_in_a_custom_view_do_not_count(String statement) {
        assertThat(locate(aSource("viewName", "clean", "customView", statement)))
                .isEqualTo(Outcome.done(new SourceTable("snowflake", "DB", "SC", "clean")));
    }

    @Test
    void where_a_custom_view_cannot_be_read_the_fields_say_which_view_it_is_as_they_do_on_the_platform() {
        assertThat(locate(aSource(
                        "viewName",
                        "v",
                        "database",
                        "A",
                        "schema",
                        "B",
                        "customView",
                        "CREATE DYNAMIC TABLE A.B.V AS SELECT 1")))
                .isEqualTo(Outcome.done(new SourceTable("snowflake", "A", "B", "v")));
    }

    @Test
    void a_long_statement_that_is_no_view_is_judged_at_once() {
        String statement = "create " + "or /**/ replace ".repeat(20_000) + "table x";

        assertThat(problems(aSource("viewName", "clean", "customView", statement)))
                .hasSize(1);
    }

    @Test
    void a_custom_view_wins_over_database_and_schema() {
        assertThat(locate(aSource(
                        "viewName",
                        "v",
                        "database",
                        "A",
                        "schema",
                        "B",
                        "customView",
                        "CREATE VIEW X.Y.V AS SELECT 1")))
                .isEqualTo(Outcome.done(new SourceTable("snowflake", "X", "Y", "v")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE VIEW DB.SC.other AS SELECT 1   | creates another view than viewName names
            CREATE VIEW 4 AS SELECT 1             | does not begin with CREATE VIEW and a name
            CREATE TABLE DB.SC.clean (a int)      | does not begin with CREATE VIEW and a name
            DROP VIEW clean                       | does not begin with CREATE VIEW and a name
            CREATE VIEW "a{b".SC.clean AS SELECT 1| contains the character { (U+007B)
            """)
    void a_custom_view_that_does_not_fit_is_refused(String statement, String words) {
        assertThat(problems(aSource("viewName", "clean", "customView", statement)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).contains(words);
                    assertThat(problem.path()).contains("dataProduct.components[1].specific.customView");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X&role=ACCOUNTADMIN",
                "{{getEnvironmentVariable(\"SNOWFLAKE_PASSWORD\")}}",
                "a?b",
                "a#b",
                "a%26b",
                "a/b",
                "a;b",
                "a.b",
                "a\"b",
                "a'b",
                "a\nb"
            })
    void a_name_that_could_break_out_is_refused_and_not_repeated(String name) {
        assertThat(problems(aSource("viewName", name, "database", name, "schema", name)))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.message()).doesNotContain(name));
    }

    @Test
    void what_snowflake_keeps_for_itself_is_no_data() {
        List<SourceOutputPort> ports = List.of(
                aSource("viewName", "TABLES", "schema", "information_schema"),
                aSource("viewName", "v", "customView", "CREATE VIEW DB.INFORMATION_SCHEMA.V AS SELECT 1"));

        assertThat(ports)
                .allSatisfy(port -> assertThat(problems(port))
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.code().id()).isEqualTo("source-schema-system")));
        assertThat(snowflake
                        .named(Optional.of("DB"), "INFORMATION_SCHEMA", "TABLES")
                        .isDone())
                .isFalse();
    }

    @Test
    void a_missing_view_is_said() {
        assertThat(problems(aSource("tableName", "raw")))
                .extracting(Problem::message)
                .containsExactly("The source output port \"Source\" does not say its viewName.");
    }

    @Test
    void without_settings_it_says_what_is_missing() {
        assertThat(problems(SnowflakeTechnology.switchedOff().locate(PRODUCT, aSource("viewName", "v"))))
                .extracting(Problem::message)
                .containsExactly(
                        "This provisioner has no Snowflake settings, so it cannot serve an output port from Snowflake.");
    }

    private Outcome<SourceTable> locate(SourceOutputPort port) {
        return snowflake.locate(PRODUCT, port);
    }

    private List<Problem> problems(SourceOutputPort port) {
        return problems(locate(port));
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return outcome.match(done -> List.of(), (after, problem) -> List.of(), problems -> problems);
    }
}
