package io.outputport.provisioner.hasura.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.source.postgres.PostgresSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresDialectTest {
    private static final SourceTable ORDERS = new SourceTable("postgres", "shop", "public", "Orders");

    private final PostgresDialect dialect = new PostgresDialect(PostgresSettings.from(Settings.of(Map.of(
            "POSTGRES_URL", "jdbc:postgresql://db.example/postgres",
            "POSTGRES_USER", "reader",
            "POSTGRES_PASSWORD", "s3cret",
            "POSTGRES_SOURCES", "shop=SHOP_URL"))));

    @Test
    void a_new_source_reads_its_url_from_the_environment_of_hasura() {
        assertThat(dialect.configuration(ORDERS)).isEqualTo(json("""
                        {"connection_info":{
                          "database_url":{"from_env":"SHOP_URL"},"pool_settings":{"max_connections":5}}}"""));
    }

    @Test
    void a_table_is_named_with_its_schema_exactly_as_it_is() {
        JsonNode name = dialect.tableName(dialect.configuration(ORDERS), ORDERS);

        assertThat(name).isEqualTo(json("{\"schema\":\"public\",\"name\":\"Orders\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | {"from_env":"SHOP_URL"}
            false | {"from_env":"OTHER_URL"}
            true  | "postgres://me:pw@db.example:5432/shop?sslmode=require"
            true  | "postgresql://db.EXAMPLE/shop"
            false | "postgres://me:pw@db.example:5433/shop"
            false | "postgres://me:pw@elsewhere/shop"
            false | "postgres://me:pw@db.example/stock"
            false | "nonsense"
            true  | {"connection_parameters":{"host":"db.example","database":"shop","username":"me","password":"pw"}}
            false | {"connection_parameters":{"host":"db.example","port":6432,"database":"shop"}}
            false | {"connection_parameters":{"host":"db.example"}}
            false | {"dynamic_from_file":"/secrets/url"}
            false | null
            """)
    void a_source_is_adopted_when_it_surely_reads_the_same_database(boolean adopted, String address) {
        JsonNode configuration = json("{\"connection_info\":{\"database_url\":" + address + "}}");

        assertThat(dialect.pointsTo(configuration, ORDERS)).isEqualTo(adopted);
    }

    @Test
    void an_adopted_source_keeps_its_configuration() {
        JsonNode theirs = json("{\"connection_info\":{\"database_url\":\"postgres://db.example/shop\"}}");

        assertThat(dialect.adopted(theirs, ORDERS)).isSameAs(theirs);
    }

    @Test
    void what_hasura_adds_when_it_stores_a_configuration_makes_no_difference() {
        JsonNode exported = json("""
                {"connection_info":{
                  "database_url":{"from_env":"SHOP_URL"},
                  "isolation_level":"read-committed",
                  "pool_settings":{"connection_lifetime":600,"idle_timeout":180,"max_connections":5,"retries":1},
                  "ssl_configuration":null,
                  "use_prepared_statements":false}}""");

        assertThat(dialect.same(exported, dialect.configuration(ORDERS))).isTrue();
    }

    @Test
    void another_number_of_connections_or_isolation_level_makes_a_difference() {
        JsonNode ours = dialect.configuration(ORDERS);

        assertThat(dialect.same(json(ours.toString().replace("5", "50")), ours)).isFalse();
        assertThat(dialect.same(
                        json(ours.toString()
                                .replace(
                                        "\"pool_settings\"", "\"isolation_level\":\"serializable\",\"pool_settings\"")),
                        ours))
                .isFalse();
    }

    @Test
    void without_settings_it_adopts_nothing() {
        JsonNode theirs = json("{\"connection_info\":{\"database_url\":{\"from_env\":\"SHOP_URL\"}}}");

        assertThat(new PostgresDialect(Optional.empty()).pointsTo(theirs, ORDERS))
                .isFalse();
    }

    @Test
    void the_table_behind_a_tracked_one_is_found_again_in_a_listed_database_only() {
        JsonNode theirs = json("{\"connection_info\":{\"database_url\":\"postgres://me:pw@elsewhere/shop\"}}");

        assertThat(dialect.sourceTable(dialect.configuration(ORDERS), json("\"Orders\"")))
                .contains(ORDERS);
        assertThat(dialect.sourceTable(theirs, json("\"Orders\""))).isEmpty();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrongTest) {
            throw new IllegalArgumentException(text, wrongTest);
        }
    }
}
