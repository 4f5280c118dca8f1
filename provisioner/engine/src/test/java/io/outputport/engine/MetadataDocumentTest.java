package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static io.outputport.engine.TestMetadata.metadata;
import static io.outputport.engine.TestMetadata.readableBy;
import static io.outputport.engine.TestMetadata.source;
import static io.outputport.engine.TestMetadata.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.TestEngine.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document, its version, and what cannot be read. */
class MetadataDocumentTest {
    private static final String URL = TestDatabase.named(
                    "documents", "CREATE SCHEMA care CREATE TABLE cases (id int PRIMARY KEY, day date)")
            .url();
    private final TestEngine engine = TestEngine.start();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void starts_empty_and_exports_with_and_without_its_version() {
        assertThat(engine.export())
                .isEqualTo(json("{\"resource_version\":1,\"metadata\":{\"version\":3,\"sources\":[]}}"));
        assertThat(engine.run("{\"type\":\"export_metadata\",\"args\":{}}").body())
                .isEqualTo(json("{\"version\":3,\"sources\":[]}"));
    }

    @Test
    void keeps_order_digits_and_keys_that_it_does_not_know() {
        ObjectNode sent = metadata(source("s", URL, table("care", "cases")));
        sent.putObject("zzz").put("b", 1).put("a", 2);
        sent.set("opentelemetry", json("{\"ratio\":0.10,\"big\":12345678901234567890}"));

        engine.replace(sent);

        assertThat(engine.run("{\"type\":\"export_metadata\",\"args\":{}}").text())
                .isEqualTo(sent.toString());
    }

    @Test
    void exports_what_hasura_adds_and_leaves_out() {
        ObjectNode table = table(
                "care", "cases", "{\"custom_name\":\"c\",\"column_config\":{\"day\":{\"custom_name\":\"date\"}}}");
        readableBy(table, "r", "{\"columns\":[\"id\"],\"filter\":{},\"allow_aggregations\":false,\"set\":[]}");
        table.putArray("array_relationships");
        engine.replace(metadata(source("s", URL, table)));

        assertThat(engine.export().at("/metadata/sources/0/tables/0")).isEqualTo(json("""
                                {"table":{"name":"cases","schema":"care"},
                                 "configuration":{"custom_name":"c","column_config":{"day":{"custom_name":"date"}},
                                   "custom_column_names":{"day":"date"},"custom_root_fields":{}},
                                 "select_permissions":[{"role":"r","permission":{"columns":["id"],"filter":{}}}]}
                                """));
    }

    @Test
    void every_write_moves_the_version_and_costs_one_build() {
        engine.replace(metadata());
        engine.replace(metadata());
        engine.run("{\"type\":\"reload_metadata\",\"args\":{}}");

        assertThat(engine.export().path("resource_version").asInt()).isEqualTo(4);
        assertThat(engine.stats().path("metadataWrites").asInt()).isEqualTo(3);
        assertThat(engine.stats().path("schemaBuilds").asInt()).isEqualTo(3);
    }

    @Test
    void reading_builds_and_writes_nothing() {
        engine.replace(metadata(source("s", URL)));
        var before = engine.stats();

        engine.export();
        engine.run("{\"type\":\"get_inconsistent_metadata\",\"args\":{}}");
        engine.run("{\"type\":\"pg_get_table_info\",\"args\":{\"source\":\"s\",\"table\":\"x\"}}");

        assertThat(engine.stats()).isEqualTo(before);
        assertThat(engine.export().path("resource_version").asInt()).isEqualTo(2);
    }

    @Test
    void a_stale_version_is_refused_and_nothing_changes() {
        engine.replace(metadata(source("s", URL)));

        Answer refused = engine.run("{\"type\":\"replace_metadata\",\"version\":2,\"resource_version\":1,"
                + "\"args\":{\"metadata\":{\"version\":3,\"sources\":[]}}}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo(json("""
                                {"path":"$","error":"metadata resource version referenced (1) did not match current version",
                                 "code":"conflict"}
                                """));
        assertThat(engine.export().at("/metadata/sources")).hasSize(1);
        assertThat(engine.stats().path("conflicts").asInt()).isEqualTo(1);
    }

    @Test
    void the_current_version_is_accepted() {
        Answer answer = engine.run("{\"type\":\"replace_metadata\",\"version\":2,\"resource_version\":1,"
                + "\"args\":{\"metadata\":{\"version\":3,\"sources\":[]}}}");

        assertThat(answer.body()).isEqualTo(json("{\"is_consistent\":true,\"inconsistent_objects\":[]}"));
    }

    @Test
    void a_document_from_before_there_were_sources_is_that_of_the_source_default() {
        engine.replace(metadata(source("default", URL), source("other", URL)));

        Answer answer = engine.run("{\"type\":\"replace_metadata\",\"args\":"
                + "{\"tables\":[{\"table\":{\"schema\":\"care\",\"name\":\"cases\"}}]}}");

        assertThat(answer.body()).isEqualTo(json("{\"message\":\"success\"}"));
        assertThat(engine.export().at("/metadata/sources")).hasSize(1);
        assertThat(engine.export().at("/metadata/sources/0/name").asText()).isEqualTo("default");
        assertThat(engine.export().at("/metadata/sources/0/configuration").toString())
                .contains(URL);
        assertThat(engine.export().at("/metadata/sources/0/tables/0/table/name").asText())
                .isEqualTo("cases");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"tables\":[]}", "{\"version\":2,\"tables\":[]}"})
    void without_that_source_it_is_refused(String document) {
        engine.replace(metadata(source("other", URL)));

        assertThat(engine.replace(json(document)).error())
                .isEqualTo("400 not-supported $.args"
                        + " cannot import metadata without sources since no default source is defined");
        assertThat(engine.export().at("/metadata/sources")).hasSize(1);
    }

    @Test
    void the_conflict_fault_is_a_race_that_another_node_has_won() {
        engine.post(
                "/sandbox/faults",
                "[{\"path\":\"/v1/metadata\",\"type\":\"replace_metadata\",\"fault\":\"conflict\"}]",
                Map.of());

        Answer refused = engine.replace(metadata(source("s", URL)));

        assertThat(refused.error())
                .isEqualTo("409 conflict $ metadata resource version referenced (1) did not match current version");
        assertThat(engine.export().path("resource_version").asInt()).isEqualTo(2);
        assertThat(engine.export().at("/metadata/sources")).isEmpty();
    }

    @Test
    void the_old_form_of_replace_answers_success() {
        assertThat(engine.run("{\"type\":\"replace_metadata\",\"args\":{\"version\":3,\"sources\":[]}}")
                        .body())
                .isEqualTo(json("{\"message\":\"success\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no json                                     | 400 invalid-json $ Error in $: not a valid json value
        []                                          | 400 parse-failed $ parsing RQLMetadata failed, expected an Object
        {"args":{}}                                 | 400 parse-failed $ the key 'type' was not present
        {"type":"export_metadata"}                  | 400 parse-failed $ the key 'args' was not present
        {"type":"fly","args":{}}                    | 400 parse-failed $ unknown metadata command "fly"
        {"type":"oracle_track_table","args":{}}     | 400 parse-failed $ unknown metadata command "oracle_track_table"
        {"type":"pg_get_table_info","args":{}}      | 400 not-exists $.args source with name "default" does not exist
        {"type":"pg_get_source_tables","args":{}}   | 400 parse-failed $.args the key 'source' was not present
        {"type":"pg_get_source_tables","args":{"source":7}} | 400 parse-failed $.args parsing Text failed, expected String for the key 'source'
        {"type":"reload_metadata","args":{"reload_sources":["nope"]}} | 400 not-exists $.args source with name "nope" does not exist
        """)
    void what_cannot_be_read_is_refused(String body, String error) {
        assertThat(engine.run(body).error()).isEqualTo(error);
    }

    /** What is inside an object that the engine does not read must not break it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"configuration\":7",
                "\"configuration\":{\"custom_root_fields\":7,\"column_config\":{\"id\":7},\"custom_name\":[]}",
                "\"configuration\":{\"custom_column_names\":{\"id\":{}}}",
                "\"select_permissions\":{}",
                "\"object_relationships\":[7,{}]",
                "\"is_enum\":7,\"event_triggers\":\"x\"",
                "\"select_permissions\":[{\"role\":\"r\",\"permission\":{\"columns\":[7,{}],\"filter\":7}}]"
            })
    void odd_values_are_left_out_or_named_but_never_an_error_of_the_engine(String odd) {
        ObjectNode table = json("{\"table\":{\"name\":\"cases\",\"schema\":\"care\"}," + odd + "}");

        assertThat(engine.replace(metadata(source("s", URL, table))).status()).isEqualTo(200);
        assertThat(engine.export().at("/metadata/sources")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"resource_version":1,"metadata":{}}  | unexpected key 'resource_version' in metadata: it stands beside args, not inside
        {"sources":[]}                        | the key 'tables' was not present
        {"version":4,"sources":[]}            | expected 1, 2 or 3, encountered 4
        {"version":3,"resource_version":1,"sources":[]} | unexpected key 'resource_version' in metadata: it stands beside args, not inside
        {"version":3}                         | the key 'sources' was not present
        {"version":3,"sources":{}}            | parsing [] failed, expected Array for the key 'sources'
        {"version":3,"sources":[7]}           | the key 'name' was not present
        {"version":3,"sources":[{"name":"s","kind":"postgres","configuration":{}}]} | the key 'tables' was not present
        {"version":3,"sources":[{"name":"s","kind":"postgres","configuration":{},"tables":[{}]}]} | the key 'table' was not present
        {"version":3,"sources":[{"name":"s","kind":"postgres","configuration":{},"tables":[]},{"name":"s","kind":"postgres","configuration":{},"tables":[]}]} | multiple declarations exist for the following sources: s
        {"version":3,"sources":[{"name":"s","kind":"postgres","configuration":{},"tables":[{"table":"a"},{"table":{"schema":"public","name":"a"}}]}]} | multiple declarations exist for the following tables: a
        {"version":3,"sources":[{"name":"s","kind":"postgres","configuration":{},"tables":[{"table":"a","typo":1,"tags":{}}]}]} | unexpected keys when parsing TableMetadata: ["tags","typo"]
        {"version":3,"sources":[{"name":"s","kind":"postgres","configuration":{},"tables":[{"table":"a","select_permissions":[{"role":"r","permission":{"columns":"*","filter":{}}},{"role":"r","permission":{"columns":"*","filter":{}}}]}]}]} | multiple declarations exist for the following select permissions: r
        {"version":3,"sources":[{"name":"s","kind":"postgres","configuration":{},"tables":[{"table":"a","select_permissions":[{"role":"r","permission":{"columns":"*"}}]}]}]} | the key 'filter' was not present
        {"version":3,"sources":[{"name":"s","kind":"postgres","configuration":{},"tables":[{"table":"a","configuration":{"custom_root_fields":{"select":"x","select_by_pk":{"name":"x"}}}}]}]} | the following custom root field names are duplicated: 'x'
        """)
    void a_document_that_cannot_be_read_is_refused(String document, String error) {
        assertThat(engine.replace(json(document)).error()).isEqualTo("400 parse-failed $.args " + error);
        assertThat(engine.stats().path("schemaBuilds").asInt()).isZero();
    }
}
