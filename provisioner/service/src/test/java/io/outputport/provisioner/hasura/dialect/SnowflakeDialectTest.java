package io.outputport.provisioner.hasura.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.source.snowflake.SnowflakeSettingsTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnowflakeDialectTest {
    private static final SourceTable CLEAN = new SourceTable("snowflake", "HEALTH", "VACC_0", "clean view");
    private static final SourceTable MIXED = new SourceTable("snowflake", "My Db", "sc-1", "V");

    private final SnowflakeDialect dialect = dialect(Map.of());

    @Test
    void a_new_source_has_the_constant_template_and_no_secret() {
        JsonNode configuration = dialect.configuration(CLEAN);

        assertThat(configuration.path("value")).isEqualTo(json("""
                        {"host":"acme.snowflakecomputing.com","database":"HEALTH","schema":"VACC_0"}"""));
        assertThat(configuration.path("template").textValue())
                .isEqualTo("{\"fully_qualify_all_names\": true, \"jdbc_url\": \"jdbc:snowflake://{{$config.host}}/"
                        + "?user={{getEnvironmentVariable(\"SNOWFLAKE_USER\")}}"
                        + "&password={{getEnvironmentVariable(\"SNOWFLAKE_PASSWORD\")}}"
                        + "&role={{getEnvironmentVariable(\"SNOWFLAKE_ROLE\")}}"
                        + "&warehouse={{getEnvironmentVariable(\"SNOWFLAKE_WAREHOUSE\")}}"
                        + "&db={{$config.database}}&schema={{$config.schema}}\"}")
                .isEqualTo(dialect.configuration(MIXED).path("template").textValue());
        assertThat(configuration.toString()).doesNotContain("s3cret", "PROVISIONER", "READER");
    }

    @Test
    void a_name_that_snowflake_would_upper_case_is_quoted_in_the_url() {
        assertThat(dialect.configuration(MIXED).path("value").path("database").textValue())
                .isEqualTo("%22My%20Db%22");
        assertThat(dialect.configuration(MIXED).path("value").path("schema").textValue())
                .isEqualTo("%22sc-1%22");
    }

    @Test
    void the_agent_can_log_in_by_key_pair() {
        JsonNode configuration = dialect(Map.of(
                        "SNOWFLAKE_AGENT_KEY_FILE", "/secrets/a key.p8",
                        "HASURA_ENV_SNOWFLAKE_KEY_PASSPHRASE", "SF_PASSPHRASE"))
                .configuration(CLEAN);

        assertThat(configuration.path("template").textValue())
                .contains("&authenticator=snowflake_jwt&private_key_file=%2Fsecrets%2Fa%20key.p8"
                        + "&private_key_file_pwd={{getEnvironmentVariable(\"SF_PASSPHRASE\")}}&role=")
                .doesNotContain("&password=");
    }

    @Test
    void inline_keeps_the_old_way_with_every_part_encoded() {
        assertThat(dialect(Map.of("SNOWFLAKE_SECRET_MODE", "inline")).configuration(CLEAN))
                .isEqualTo(json("""
                        {"value":{"fully_qualify_all_names":true,
                         "jdbc_url":"jdbc:snowflake://acme.snowflakecomputing.com/?user=PROVISIONER\
                        &password=s3cret%2F%26%25&role=READER&warehouse=SMALL%20WH&db=HEALTH&schema=VACC_0"}}"""));
    }

    @Test
    void its_own_configuration_points_to_its_table_in_both_modes() {
        SnowflakeDialect inline = dialect(Map.of("SNOWFLAKE_SECRET_MODE", "inline"));

        assertThat(dialect.pointsTo(dialect.configuration(MIXED), MIXED)).isTrue();
        assertThat(dialect.pointsTo(inline.configuration(MIXED), MIXED)).isTrue();
        assertThat(dialect.pointsTo(dialect.configuration(MIXED), CLEAN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | jdbc:snowflake://acme.snowflakecomputing.com/?user=u&password=p&db=HEALTH&schema=VACC_0
            true  | jdbc:snowflake://ACME.snowflakecomputing.com:443/?schema=vacc_0&database=health
            true  | jdbc:snowflake://acme.snowflakecomputing.com/?db=%22HEALTH%22&schema=VACC_0
            false | jdbc:snowflake://acme.snowflakecomputing.com/?db=%22health%22&schema=VACC_0
            false | jdbc:snowflake://acme.snowflakecomputing.com/?db=HEALTH&schema=VACC_1
            false | jdbc:snowflake://acme.snowflakecomputing.com/?db=HEALTH
            false | jdbc:snowflake://other.snowflakecomputing.com/?db=HEALTH&schema=VACC_0
            false | {{getEnvironmentVariable("SNOWFLAKE_JDBC_URL")}}
            """)
    void a_source_is_adopted_when_it_surely_reads_the_same_schema(boolean adopted, String url) {
        ObjectNode alone = new ObjectMapper().createObjectNode().put("jdbc_url", url);
        ObjectNode wrapped = new ObjectMapper().createObjectNode().set("value", alone);
        ObjectNode template = new ObjectMapper().createObjectNode().put("template", "{\"jdbc_url\": \"" + url + "\"}");
        template.putObject("value");

        assertThat(dialect.pointsTo(alone, CLEAN)).isEqualTo(adopted);
        assertThat(dialect.pointsTo(wrapped, CLEAN)).isEqualTo(adopted);
        assertThat(dialect.pointsTo(template, CLEAN)).isEqualTo(adopted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"jdbc_url":"x","fully_qualify_all_names":false}                              | ["clean view"]
            {"value":{"fully_qualify_all_names":false},"template":null}                   | ["clean view"]
            {"value":{},"template":"{\\"fully_qualify_all_names\\": false}"}              | ["clean view"]
            {"value":{"fully_qualify_all_names":"false"}}                                 | ["HEALTH","VACC_0","clean view"]
            {"value":{"fully_qualify_all_names":false},"template":"{\\"jdbc_url\\":1}"}   | ["HEALTH","VACC_0","clean view"]
            {"value":{}}                                                                  | ["HEALTH","VACC_0","clean view"]
            """)
    void a_table_is_named_as_the_source_qualifies_names(String configuration, String name) {
        assertThat(dialect.tableName(json(configuration), CLEAN)).isEqualTo(json(name));
    }

    @Test
    void an_adopted_source_keeps_its_configuration_until_the_mode_is_set() {
        JsonNode theirs = json("{\"fully_qualify_all_names\":false,\"jdbc_url\":\"jdbc:snowflake://acme/?db=A\"}");

        assertThat(dialect.adopted(theirs, CLEAN)).isSameAs(theirs);
    }

    @Test
    void with_the_mode_set_it_gets_ours_and_its_tables_keep_their_names() {
        JsonNode theirs = json("{\"fully_qualify_all_names\":false,\"jdbc_url\":\"jdbc:snowflake://acme/?db=A\"}");

        JsonNode adopted =
                dialect(Map.of("SNOWFLAKE_SECRET_MODE", "environment")).adopted(theirs, CLEAN);

        assertThat(adopted.path("template").textValue())
                .startsWith("{\"fully_qualify_all_names\": false, \"jdbc_url\": \"jdbc:snowflake://{{$config.host}}");
        assertThat(dialect.tableName(adopted, CLEAN)).isEqualTo(json("[\"clean view\"]"));
    }

    @Test
    void wrapping_and_nulls_make_no_difference() {
        JsonNode alone = json("{\"jdbc_url\":\"x\",\"timeout\":{\"seconds\":3}}");
        JsonNode exported = json("{\"value\":{\"jdbc_url\":\"x\"},\"template\":null,\"timeout\":{\"seconds\":3}}");

        assertThat(dialect.same(alone, exported)).isTrue();
        assertThat(dialect.same(json("{\"value\":{\"jdbc_url\":\"y\"}}"), exported))
                .isFalse();
    }

    @Test
    void without_settings_it_adopts_nothing() {
        assertThat(new SnowflakeDialect(Optional.empty()).pointsTo(dialect.configuration(CLEAN), CLEAN))
                .isFalse();
    }

    @Test
    void the_table_behind_a_tracked_one_is_found_again() {
        for (SourceTable table : List.of(CLEAN, MIXED)) {
            JsonNode configuration = dialect.configuration(table);
            JsonNode shortName = JsonNodeFactory.instance.arrayNode().add(table.name());

            assertThat(dialect.sourceTable(configuration, dialect.tableName(configuration, table)))
                    .contains(table);
            assertThat(dialect.sourceTable(configuration, shortName)).contains(table);
        }
        assertThat(dialect.sourceTable(
                        json("{\"jdbc_url\":\"jdbc:snowflake://other.snowflakecomputing.com/?db=D&schema=S\"}"),
                        json("[\"V\"]")))
                .isEmpty();
    }

    private static SnowflakeDialect dialect(Map<String, String> more) {
        return new SnowflakeDialect(Optional.of(SnowflakeSettingsTest.with(more)));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrongTest) {
            throw new IllegalArgumentException(text, wrongTest);
        }
    }
}
