package io.outputport.provisioner.hasura.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.NameRule;
import io.outputport.provisioner.descriptor.source.NamedTable;
import io.outputport.provisioner.descriptor.source.SourceTechnology;
import io.outputport.provisioner.descriptor.source.SwitchedOff;
import io.outputport.provisioner.descriptor.source.SystemSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetReaderTest {
    private static final SourceTechnology OFF = new SwitchedOff(
            "snowflake", Set.of("snowflake"), Problem.of(new ProblemCode("snowflake-off"), "Snowflake is off."));

    private final TargetReader reader = new TargetReader(List.of(FakeTechnology.postgres(), OFF));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'technology':'PostgreSQL','database':'shop','schema':'sales','view':'orders'}",
                "{'database':'shop','schema':'sales','viewName':'orders'}",
                "{'platform':'postgres','database':' shop ','schema':'sales','tableName':'orders','source':''}",
                "{'database':'shop','schema':'sales','view':'orders','environmentSpecificConfig':{'schema':7}}"
            })
    void a_table_of_a_database(String params) {
        assertThat(read(params))
                .isEqualTo(Outcome.done(
                        new ReverseTarget.InDatabase(new SourceTable("postgres", "shop", "sales", "orders"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'source':'shop','table':'sales.orders'}       | shop | sales.orders
            {'source':'shop','customName':'shop_1_orders'} | shop | shop_1_orders
            {'customTableName':'shop_1_orders'}            |      | shop_1_orders
            """, quoteCharacter = '`')
    void a_table_of_hasura(String params, String source, String table) {
        assertThat(read(params))
                .isEqualTo(Outcome.done(new ReverseTarget.InHasura(Optional.ofNullable(source), table)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                           | params            | It names no table.
            {'schema':'s'}                               | params.view       | This parameter is missing.
            {'view':'v'}                                 | params.schema     | This parameter is missing.
            {'source':'s'}                               | params.table      | This parameter is missing.
            {'schema':'s','view':7}                      | params.view       | This must be text, but is a number.
            {'schema':'s','view':'v','table':'t'}        | params.table      | Both a view and a table are named.
            {'schema':'s','view':'v','customName':'t'}   | params            | It names a table of a database and one of Hasura.
            {'customName':'c','table':'t'}               | params.table      | The table of Hasura is named twice.
            {'schema':'s','view':'v','technology':'db2'} | params.technology | The technology "db2" is not known here.
            {'schema':'s','view':'v','technology':'snowflake'} | params.technology | Snowflake is off.
            """, quoteCharacter = '`')
    void what_is_wrong_is_said_where_it_is(String params, String path, String message) {
        assertThat(problems(params)).anySatisfy(problem -> {
            assertThat(problem.path()).contains(path);
            assertThat(problem.message()).isEqualTo(message);
        });
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_with_what_was_probably_meant() {
        List<Problem> problems = problems("{'shema':'s','technology':'postgre','view':true,'database':'d'}");

        assertThat(problems)
                .extracting(problem ->
                        problem.path().orElse("") + " " + problem.hint().orElse(""))
                .containsExactly(
                        "params.view Send it as text in quotes.",
                        "params.shema Write schema if that is meant.",
                        "params.schema Write the schema that the view or table is in.",
                        "params.view Write the name of the view, or of the table in table.",
                        "params.technology Write postgres.");
    }

    @Test
    void two_technologies_leave_a_choice() {
        TargetReader two = new TargetReader(List.of(FakeTechnology.postgres(), new FakeTechnology("mysql")));

        assertThat(problems(two, "{'schema':'s','view':'v'}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint()).contains("Write one of postgres, mysql."));
    }

    @Test
    void names_are_held_to_the_rule_of_the_technology_all_at_once() {
        NameRule rule = new NameRule("Somewhere", 5, Character::isLetter);

        SystemSchemas system = new SystemSchemas("Somewhere", "own"::equals);

        assertThat(stopped(new NamedTable(Optional.empty(), "s;x", "tooLong").checked("some", rule, system)))
                .extracting(problem -> problem.path().orElse(""))
                .containsExactly("database", "schema", "name");
        assertThat(stopped(new NamedTable(Optional.of("db"), "own", "t").checked("some", rule, system)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().id()).isEqualTo("source-schema-system");
                    assertThat(problem.path()).contains("schema");
                });
    }

    @Test
    void the_requests_of_the_documentation_are_accepted() throws IOException {
        String page = Files.readString(Path.of("../../docs/reverse-provisioning.md"));
        TargetReader all = new TargetReader(List.of(FakeTechnology.postgres(), new FakeTechnology("snowflake")));

        List<String> blocks = Pattern.compile("(?s)```json\n(.*?)```")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("\"params\""))
                .toList();

        assertThat(blocks)
                .hasSize(3)
                .allSatisfy(block -> assertThat(
                                all.read(new ObjectMapper().readTree(block).path("params"))
                                        .isDone())
                        .isTrue());
    }

    private Outcome<ReverseTarget> read(String params) {
        return read(reader, params);
    }

    private static Outcome<ReverseTarget> read(TargetReader reader, String params) {
        try {
            return reader.read(new ObjectMapper().readTree(params.replace('\'', '"')));
        } catch (JsonProcessingException wrongTest) {
            throw new IllegalArgumentException(params, wrongTest);
        }
    }

    private List<Problem> problems(String params) {
        return problems(reader, params);
    }

    private static List<Problem> problems(TargetReader reader, String params) {
        Outcome<ReverseTarget> outcome = read(reader, params);
        assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
        return ((Outcome.Stopped<ReverseTarget>) outcome).problems();
    }

    private static List<Problem> stopped(Outcome<SourceTable> outcome) {
        return ((Outcome.Stopped<SourceTable>) outcome).problems();
    }
}
