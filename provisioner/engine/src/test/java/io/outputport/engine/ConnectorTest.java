package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.TestEngine.Answer;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import io.outputport.engine.source.connector.Warehouse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources of kind snowflake: configuration, names, types, and an agent that is down. */
class ConnectorTest {
    private static final String INLINE =
            "{\"jdbc_url\":\"jdbc:snowflake://sf/?user=u&password=p%26w&db=care&schema=CASES_0\"}";
    private static final TestDatabase DATABASE = TestDatabase.named(
            "CARE",
            "CREATE SCHEMA \"CASES_0\"",
            "CREATE SCHEMA \"CASES_1\"",
            "CREATE TABLE \"CASES_0\".\"CASES\" (\"ID\" int8 PRIMARY KEY, \"N\" numeric(38,0), \"DAY\" date, \"AT\" timestamptz,"
                    + " \"NOTE\" text, \"OK\" bool)",
            "CREATE VIEW \"CASES_0\".\"CASES_VIEW\" AS SELECT * FROM \"CASES_0\".\"CASES\"",
            "CREATE VIEW \"CASES_1\".\"CASES_VIEW\" AS SELECT \"ID\" FROM \"CASES_0\".\"CASES\"");

    @TempDir
    private static Path secrets;

    private final TestEngine engine = TestEngine.start(EngineSettings.of(TestEngine.SECRET)
            .withEnvironment(Map.of(
                    "SF_USER", "u",
                    "SF_PASSWORD", "p%26w",
                    "HASURA_GRAPHQL_DYNAMIC_SECRETS_ALLOWED_PATH_PREFIX", secrets.toString()))
            .withWarehouse(new Warehouse(server(), Map.of("u", "p&w"))));

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void the_old_inline_form_is_wrapped_in_the_export() {
        assertThat(add(INLINE).body()).isEqualTo(json("{\"message\":\"success\"}"));

        JsonNode source = engine.export().at("/metadata/sources/0");
        assertThat(source.path("kind").asText()).isEqualTo("snowflake");
        assertThat(source.path("configuration").toString())
                .isEqualTo("{\"value\":" + INLINE + ",\"template\":null,\"timeout\":null}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"jdbc_url":"jdbc:snowflake://sf/?user=u&password=p%26w&db=care&schema=CASES_0"} | ["CARE","CASES_0","CASES"],["CARE","CASES_0","CASES_VIEW"]
        {"fully_qualify_all_names":false,"jdbc_url":"jdbc:snowflake://sf/?user=u&password=p%26w&db=CARE&schema=cases_1"} | ["CASES_VIEW"]
        {"value":{"d":"CARE","s":"CASES_1"},"template":"{\\"jdbc_url\\":\\"jdbc:snowflake://sf/?user={{getEnvironmentVariable(\\"SF_USER\\")}}&password={{getEnvironmentVariable('SF_PASSWORD')}}&db={{$config.d}}&schema={{ $config['s'] }}\\"}"} | ["CARE","CASES_1","CASES_VIEW"]
        {"value":{"q":false},"template":"{\\"fully_qualify_all_names\\":{{$config.q}},\\"jdbc_url\\":\\"jdbc:snowflake://sf/?user={{$env.SF_USER}}&password=p%26w&db=%22CARE%22&schema=CASES_1\\"}","timeout":{"seconds":5}} | ["CASES_VIEW"]
        """)
    void configuration_and_template_decide_what_is_found_and_how_it_is_named(String configuration, String tables) {
        add(configuration);

        assertThat(engine.run("snowflake_get_source_tables", json("{\"source\":\"sf\"}"))
                        .text())
                .isEqualTo("[" + tables + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"value":{}} | invalid-configuration | Inconsistent object: Configuration for source "sf" is not valid based on the configuration schema declared by the "snowflake" data connector agent. Errors:
        {"value":{},"template":"{{$config.x}}"} | invalid-configuration | Inconsistent object: transformConfig: Kriti template transform failed - cannot evaluate $config.x
        {"value":{},"template":"{{getEnvironmentVariable(\\"NO\\")}}"} | invalid-configuration | Inconsistent object: transformConfig: Kriti template transform failed - environment variable "NO" is not set
        {"value":{},"template":"[1]"} | invalid-configuration | Inconsistent object: transformConfig: Kriti did not decode into Object
        {"value":{},"template":"{{ if true }}"} | invalid-configuration | Inconsistent object: transformConfig: Kriti template transform failed - the variable if true is not in scope
        {"value":{},"template":"{{ open"} | invalid-configuration | Inconsistent object: transformConfig: Kriti template transform failed - unclosed {{
        {"value":{},"template":"{}","template_variables":{"x":{"type":"dynamic_from_file","filepath":"/etc/hostname"}}} | permission-error | the path /etc/hostname is not below the allowed path prefix
        {"jdbc_url":"jdbc:snowflake://sf/?user=u&password=wrong&db=CARE"} | invalid-configuration | Inconsistent object: Error in Data Connector backend: Incorrect username or password was specified.
        {"jdbc_url":"jdbc:mysql://sf"} | invalid-configuration | Inconsistent object: Error in Data Connector backend: No suitable driver found
        {"jdbc_url":"jdbc:snowflake://sf/?user=u&password=p%26w"} | invalid-configuration | Inconsistent object: Error in Data Connector backend: the JDBC URL has no db
        {"value":{},"timeout":{"seconds":1,"milliseconds":1}} | parse-failed | timeout needs exactly one of seconds, milliseconds, microseconds
        """)
    void a_wrong_configuration_is_refused_without_showing_it(String configuration, String code, String error) {
        Answer answer = add(configuration);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().path("error").asText()).startsWith(error);
        assertThat(answer.text()).doesNotContain("wrong&").doesNotContain("p%26w");
        assertThat(engine.export().at("/metadata/sources")).isEmpty();
    }

    @Test
    void a_secret_is_read_from_a_file_anew_each_time() throws IOException {
        Files.writeString(secrets.resolve("pw"), "p%26w\n");
        String configuration = "{\"value\":{},\"template\":\"{\\\"jdbc_url\\\":\\\"jdbc:snowflake://sf/?user=u"
                + "&password={{$vars.pw}}&db=CARE&schema=CASES_1\\\"}\",\"template_variables\":{\"pw\":"
                + "{\"type\":\"dynamic_from_file\",\"filepath\":\"" + secrets.resolve("pw") + "\"}}}";

        assertThat(add(configuration).status()).isEqualTo(200);

        Files.writeString(secrets.resolve("pw"), "rotated");
        assertThat(engine.run("{\"type\":\"reload_metadata\",\"args\":{}}")
                        .body()
                        .path("is_consistent")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void tables_are_named_by_arrays_and_have_the_agents_types() {
        add(INLINE);
        track("[\"CARE\",\"CASES_0\",\"CASES\"]", "{}");
        track("[\"CARE\",\"CASES_0\",\"CASES_VIEW\"]", "{\"custom_name\":\"cases_view\"}");

        TrackedTable table = engine.schema().tables().get(0);
        assertThat(table.graphqlName()).isEqualTo("CARE_CASES_0_CASES");
        assertThat(table.databaseSchema()).isEqualTo("CASES_0");
        assertThat(table.primaryKey()).containsExactly("ID");
        assertThat(table.columns().stream()
                        .collect(Collectors.toMap(TrackedColumn::databaseName, TrackedColumn::scalar)))
                .isEqualTo(Map.of(
                        "ID", "Float",
                        "N", "Float",
                        "DAY", "DATE",
                        "AT", "DATETIME_WITH_TIMEZONE",
                        "NOTE", "String",
                        "OK", "Boolean"));
        assertThat(engine.schema().tables().get(1).primaryKey()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        snowflake_track_table | {"source":"sf","table":["CARE","CASES_0","NOPE"]} | 400 invalid-configuration $.args Inconsistent object: no such table/view exists in source: "CARE.CASES_0.NOPE"
        snowflake_track_table | {"source":"sf","table":["CARE","CASES_0","cases"]} | 400 invalid-configuration $.args Inconsistent object: no such table/view exists in source: "CARE.CASES_0.cases"
        snowflake_track_table | {"source":"sf","table":{"name":"x"}} | 400 parse-failed $.args parsing TableName failed, expected an array of texts
        snowflake_track_table | {"source":"sf","table":["CARE","CASES_0","CASES_VIEW"],"configuration":{"custom_name":"c"}} | 500 unexpected $.args Encountered conflicting definitions in the selection set for 'query_root' for fields: ['c_aggregate' defined in [table CARE.CASES_0.CASES in source sf, table CARE.CASES_0.CASES_VIEW in source sf], 'c' defined in [table CARE.CASES_0.CASES in source sf, table CARE.CASES_0.CASES_VIEW in source sf]]. Fields must not be defined more than once across all sources.
        """)
    void a_table_that_cannot_be_tracked_is_refused(String type, String args, String error) {
        add(INLINE);
        track("[\"CARE\",\"CASES_0\",\"CASES\"]", "{\"custom_name\":\"c\"}");

        assertThat(engine.run(type, json(args)).error()).isEqualTo(error);
    }

    @Test
    void an_agent_that_is_down_takes_its_sources_out_at_the_next_look() {
        add(INLINE);
        engine.set("{\"agentDown\":true}");

        assertThat(engine.run("snowflake_get_source_tables", json("{\"source\":\"sf\"}"))
                        .error())
                .isEqualTo("400 data-connector-error $.args Error in Data Connector backend: Connection failure");
        JsonNode reloaded =
                engine.run("{\"type\":\"reload_metadata\",\"args\":{}}").body();
        assertThat(reloaded.at("/inconsistent_objects/0/reason").asText())
                .isEqualTo("Inconsistent object: Error in Data Connector backend: Connection failure");
    }

    @Test
    void without_a_warehouse_the_kind_is_unknown() {
        try (TestEngine plain = TestEngine.start()) {
            ObjectNode source = TestMetadata.source("sf", json(INLINE));
            Answer answer = plain.replace(TestMetadata.metadata(source.put("kind", "snowflake")));

            assertThat(answer.body().at("/inconsistent_objects/0/reason").asText())
                    .isEqualTo("Inconsistent object: Data connector named \"snowflake\" was not found in the data"
                            + " connector backend info");
        }
    }

    private Answer add(String configuration) {
        ObjectNode args = json("{\"name\":\"sf\"}");
        args.set("configuration", json(configuration));
        return engine.run("snowflake_add_source", args);
    }

    private void track(String table, String configuration) {
        Answer answer = engine.run(
                "snowflake_track_table",
                json("{\"source\":\"sf\",\"table\":" + table + ",\"configuration\":" + configuration + "}"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static URI server() {
        return URI.create(DATABASE.url()).resolve("/");
    }
}
