package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static io.outputport.engine.TestMetadata.metadata;
import static io.outputport.engine.TestMetadata.readableBy;
import static io.outputport.engine.TestMetadata.source;
import static io.outputport.engine.TestMetadata.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.TestEngine.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the metadata says and the schema cache leaves out. */
class ConsistencyTest {
    private static final TestDatabase DATABASE = TestDatabase.named(
            "consistency",
            "CREATE SCHEMA care CREATE TABLE cases (id int PRIMARY KEY, day date)",
            "CREATE VIEW care.last AS SELECT * FROM care.cases",
            "CREATE TABLE notes (id int)",
            "CREATE TABLE lists (days int[])");

    private final TestEngine engine = TestEngine.start(EngineSettings.of(TestEngine.SECRET)
            .withEnvironment(Map.of("CARE_URL", DATABASE.url(), "BROKEN_URL", "mysql://x:hidden@y/z")));

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_missing_view_is_named_and_left_out() {
        Answer answer =
                engine.replace(metadata(source("s", DATABASE.url(), table("care", "gone"), table("care", "cases"))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(json("""
                                {"is_consistent":false,"inconsistent_objects":[{
                                  "definition":{"name":"gone","schema":"care"},
                                  "name":"table care.gone in source s",
                                  "reason":"Inconsistent object: no such table/view exists in source: \\"care.gone\\"",
                                  "type":"table"}]}
                                """));
        assertThat(inconsistencies()).isEqualTo(answer.body());
        assertThat(engine.schema().tables())
                .singleElement()
                .extracting("databaseName")
                .isEqualTo("cases");
        assertThat(engine.export().at("/metadata/sources/0/tables")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"naming_convention, Int, true", "'naming_convention,disable_postgres_arrays', _int4, false"})
    void arrays_are_lists_unless_that_is_disabled(String features, String scalar, boolean list) {
        TestEngine own = TestEngine.start(EngineSettings.of(TestEngine.SECRET)
                .withEnvironment(Map.of("HASURA_GRAPHQL_EXPERIMENTAL_FEATURES", features)));
        own.replace(metadata(source("s", DATABASE.url(), table("public", "lists"))));

        assertThat(own.schema().tables().get(0).columns())
                .singleElement()
                .extracting("scalar", "list")
                .containsExactly(scalar, list);
        assertThat(own.get("/v1alpha1/config", Map.of("X-Hasura-Admin-Secret", TestEngine.SECRET))
                        .body()
                        .path("experimental_features"))
                .hasSize(features.split(",").length);
        assertThat(own.get("/v1alpha1/config", Map.of()).status()).isEqualTo(401);
        own.close();
    }

    @Test
    void inconsistent_metadata_is_refused_where_it_is_not_allowed() {
        Answer answer = engine.replace(metadata(source("s", DATABASE.url(), table("public", "gone"))), false);

        assertThat(answer.error()).isEqualTo("400 unexpected $.args cannot continue due to inconsistent metadata");
        assertThat(answer.body().at("/internal/0/name").asText()).isEqualTo("table gone in source s");
        assertThat(engine.export().at("/metadata/sources")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"columns":["nope"],"filter":{}}                              | "nope" does not exist
        {"columns":"*","filter":{"nope":{"_eq":1}}}                   | "nope" does not exist
        {"columns":["id"],"filter":{"_or":[{"id":{}},{"_not":{"no":{}}}]}} | "no" does not exist
        """)
    void a_permission_that_names_a_missing_column_is_left_out(String permission, String reason) {
        ObjectNode table = readableBy(table("care", "cases"), "reader", permission);
        Answer answer = engine.replace(metadata(source("s", DATABASE.url(), table)));

        JsonNode object = answer.body().at("/inconsistent_objects/0");
        assertThat(object.path("type").asText()).isEqualTo("select_permission");
        assertThat(object.path("name").asText()).isEqualTo("select_permission reader in table care.cases in source s");
        assertThat(object.path("reason").asText())
                .isEqualTo(
                        "Inconsistent object: in table \"care.cases\": in permission for role \"reader\": " + reason);
        assertThat(object.at("/definition/table")).isEqualTo(json("{\"name\":\"cases\",\"schema\":\"care\"}"));
        assertThat(engine.schema().tables().get(0).selectPermissions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"from_env":"NOT_THERE"}              | environment variable 'NOT_THERE' not set
        {"from_env":"BROKEN_URL"}             | connection error
        postgres://a:hidden@127.0.0.1:1/x     | connection error
        {"dynamic_from_file":"/secrets/x"}    | dynamic secrets need the variable HASURA_GRAPHQL_DYNAMIC_SECRETS_ALLOWED_PATH_PREFIX
        {"connection_parameters":{"username":"u","password":"hidden","database":"d","host":"127.0.0.1","port":1}} | connection error
        """)
    void a_dead_source_takes_its_tables_out_and_shows_no_secret(String url, String reason) {
        String configuration =
                "{\"connection_info\":{\"database_url\":" + (url.startsWith("{") ? url : "\"" + url + "\"") + "}}";
        Answer answer = engine.replace(metadata(
                source("dead", json(configuration), table("care", "cases")),
                source("alive", DATABASE.url(), table("care", "cases"))));

        JsonNode objects = answer.body().path("inconsistent_objects");
        assertThat(objects).hasSize(1);
        assertThat(objects.at("/0/type").asText()).isEqualTo("source");
        assertThat(objects.at("/0/name").asText()).isEqualTo("source dead");
        assertThat(objects.at("/0/definition").asText()).isEqualTo("dead");
        assertThat(objects.at("/0/reason").asText()).isEqualTo("Inconsistent object: " + reason);
        assertThat(answer.text()).doesNotContain("hidden");
        assertThat(engine.schema().tables())
                .singleElement()
                .extracting("source")
                .isEqualTo("alive");
    }

    @Test
    void a_source_is_found_by_variable_and_by_parts() {
        String parts = "{\"connection_info\":{\"database_url\":{\"connection_parameters\":{\"username\":\"postgres\","
                + "\"password\":\"postgres\",\"database\":\"consistency\",\"host\":\"localhost\",\"port\":"
                + TestDatabase.port() + "}}}}";
        Answer answer = engine.replace(metadata(
                source(
                        "env",
                        json("{\"connection_info\":{\"database_url\":{\"from_env\":\"CARE_URL\"}}}"),
                        table("care", "cases")),
                source("parts", json(parts), table("care", "last"))));

        assertThat(answer.body().path("is_consistent").asBoolean())
                .as(answer.text())
                .isTrue();
    }

    @Test
    void a_source_held_down_goes_at_its_reload_and_comes_back_at_the_next() {
        engine.replace(metadata(source("s", DATABASE.url(), table("care", "cases"))));

        engine.set("{\"downSources\":[\"s\"]}");
        assertThat(engine.schema().tables()).hasSize(1);
        assertThat(reload("s").body()).isEqualTo(json("""
                                {"message":"success","is_consistent":false,"inconsistent_objects":[{
                                  "definition":"s","message":"the sandbox holds this source down","name":"source s",
                                  "reason":"Inconsistent object: connection error","type":"source"}]}
                                """));
        assertThat(engine.schema().tables()).isEmpty();

        engine.set("{\"downSources\":[]}");
        assertThat(reload("s").body()).isEqualTo(json("{\"message\":\"success\",\"is_consistent\":true}"));
        assertThat(engine.schema().tables()).hasSize(1);
    }

    @Test
    void changes_of_the_database_are_seen_by_a_reload_only() {
        DATABASE.run("CREATE TABLE late (a int)");
        engine.replace(metadata(source("s", DATABASE.url(), table("public", "late"))));
        DATABASE.run("ALTER TABLE late ADD COLUMN b text");
        assertThat(engine.schema().tables().get(0).columns()).hasSize(1);

        reload("s");

        assertThat(engine.schema().tables().get(0).columns()).hasSize(2);
    }

    @Test
    void health_tells_inconsistency_as_a_warning_or_strictly_as_an_error() {
        assertThat(engine.get("/healthz").text()).isEqualTo("OK");

        engine.replace(metadata(source("s", DATABASE.url(), table("care", "gone"))));

        assertThat(engine.get("/healthz").status()).isEqualTo(200);
        assertThat(engine.get("/hasura/healthz?strict=false").text()).isEqualTo("WARN: inconsistent objects in schema");
        assertThat(engine.get("/healthz?strict=true").status()).isEqualTo(500);
        assertThat(engine.get("/healthz?strict=true").text()).isEqualTo("ERROR: inconsistent objects in schema");
    }

    private Answer reload(String source) {
        return engine.run("{\"type\":\"reload_metadata\",\"args\":{\"reload_sources\":[\"" + source + "\"]}}");
    }

    private JsonNode inconsistencies() {
        return engine.run("{\"type\":\"get_inconsistent_metadata\",\"args\":{}}")
                .body();
    }
}
