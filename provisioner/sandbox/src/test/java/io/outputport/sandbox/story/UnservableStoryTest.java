package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can never be served as it is asked for is told at once, and nothing of it is ever written. */
@ExtendWith(World.Provided.class)
class UnservableStoryTest {
    private final World world;
    private final Platform platform;

    UnservableStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @BeforeEach
    void make_tables() {
        world.database("sandbox")
                .run(
                        "drop schema if exists odd cascade",
                        "create schema odd",
                        "create type odd.\"order-status\" as enum ('open', 'done')",
                        "create type odd.query_root as enum ('x')",
                        "create table odd.orders (id int primary key, status odd.\"order-status\")",
                        "create table odd.past (id int primary key, states odd.\"order-status\"[])",
                        "create table odd.roots (id int primary key, root odd.query_root)",
                        "create table odd.keys (id int, constraint \"UK-1\" unique (id))",
                        "create table odd.bare ()",
                        "create table odd.parts (name text, weight int)",
                        "create table odd.twins (\"ID\" int, \"Id\" int)");
    }

    static Stream<Arguments> sources() {
        String id = "[{name: id, dataType: INT}]";
        return Stream.of(
                Arguments.of("orders", id, "Column status of odd.orders has the type odd.\"order-status\", whose name"),
                Arguments.of("orders", "[]", "Column status of odd.orders has the type"),
                Arguments.of("past", id, "Column states of odd.past has the type odd.\"order-status\"[], whose name"),
                Arguments.of("roots", id, "whose name is that of another type in Hasura's schema"),
                Arguments.of("keys", id, "The constraint UK-1 of odd.keys has a name that GraphQL forbids"),
                Arguments.of("bare", "[]", "odd.bare has no column, so there is nothing to serve."),
                Arguments.of("parts", "[{name: name}, {name: NAME}]", "NAME and name, which all mean column name"),
                Arguments.of("parts", "[{name: NAME}, {name: name}]", "NAME and name, which all mean column name"),
                Arguments.of("twins", id, "lists column id, which means both ID and Id of odd.twins."));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void every_operation_tells_it_and_none_touches_hasura(String table, String contract, String words) {
        Product product = Product.over("Odd" + table, "odd", table, contract);
        JsonNode metadata = world.engine().metadata();

        JsonNode verdict = platform.validate(product.sample());
        JsonNode plan = platform.plan(product.sample());
        JsonNode status = platform.failed(platform.startProvision(product.sample()));

        assertThat(verdict.path("valid").asBoolean()).isTrue();
        assertThat(verdict.path("notices").toString().replace("\\\"", "\"")).contains(words);
        assertThat(plan.path("executable").asBoolean()).isFalse();
        assertThat(plan.path("notices").toString().replace("\\\"", "\"")).contains(words);
        assertThat(status.path("result").asText())
                .contains(words)
                .as("where the table is named, or the column")
                .containsPattern(
                        "(specific\\.tableName|dataContract\\.schema\\[\\d+]\\.name) \\(line \\d+, column \\d+\\): ");
        assertThat(Platform.messages(status)).noneMatch(line -> line.contains("Waits for the next write"));
        platform.unprovision(product.sample());
        assertThat(world.engine().metadata()).isEqualTo(metadata);
    }

    @Test
    void a_schema_of_the_system_is_no_valid_source() {
        Product product = Product.over("System", "pg_catalog", "pg_settings", "[]");

        JsonNode verdict = platform.validate(product.sample());

        assertThat(verdict.path("valid").asBoolean()).isFalse();
        assertThat(verdict.at("/error/errors").toString()).contains("The schema pg_catalog is kept by PostgreSQL");
        assertThat(platform.offerProvision(product.sample()).status()).isEqualTo(400);
        platform.unprovision(product.sample());
    }
}
