package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static io.outputport.engine.TestMetadata.metadata;
import static io.outputport.engine.TestMetadata.source;
import static io.outputport.engine.TestMetadata.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.TestEngine.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several operations, or several tables, in one request. */
class BatchesTest {
    private static final String TRACK_A = "{\"type\":\"pg_track_table\",\"args\":{\"table\":\"a\"}}";
    private static final String TRACK_B = "{\"type\":\"pg_track_table\",\"args\":{\"table\":\"b\"}}";
    private static final String TRACK_NOPE = "{\"type\":\"pg_track_table\",\"args\":{\"table\":\"nope\"}}";
    private static final TestDatabase DATABASE = TestDatabase.named(
            "batches", "CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "CREATE TABLE c (id int)");

    private final TestEngine engine = TestEngine.start();

    @BeforeEach
    void one_source_with_one_table() {
        engine.replace(metadata(source("default", DATABASE.url(), table("public", "c"))));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_bulk_builds_once_per_step_and_writes_once() {
        Answer answer = bulk("bulk", TRACK_A, TRACK_B, "{\"type\":\"get_inconsistent_metadata\",\"args\":{}}");

        assertThat(answer.text())
                .isEqualTo("[{\"message\":\"success\"},{\"message\":\"success\"},"
                        + "{\"is_consistent\":true,\"inconsistent_objects\":[]}]");
        assertThat(builds()).isEqualTo(2);
        assertThat(engine.stats().path("metadataWrites").asInt()).isEqualTo(2);
        assertThat(engine.export().path("resource_version").asInt()).isEqualTo(3);
    }

    @Test
    void the_first_error_of_a_bulk_ends_it_and_nothing_is_stored() {
        JsonNode before = engine.export();

        Answer answer = bulk("bulk", TRACK_A, TRACK_NOPE, TRACK_B);

        assertThat(answer.error())
                .isEqualTo("400 invalid-configuration $.args[1].args Inconsistent object: no such table/view exists in"
                        + " source: \"nope\"");
        assertThat(engine.export()).isEqualTo(before);
    }

    @Test
    void a_bulk_that_keeps_going_undoes_failed_steps_alone() {
        Answer answer = bulk("bulk_keep_going", TRACK_A, TRACK_NOPE, TRACK_B);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/1/code").asText()).isEqualTo("invalid-configuration");
        assertThat(answer.body().at("/1/path").asText()).isEqualTo("$.args[1].args");
        assertThat(tracked()).isEqualTo("[\"a\",\"b\",\"c\"]");
    }

    @Test
    void a_bulk_that_only_reads_writes_nothing() {
        bulk("bulk", "{\"type\":\"export_metadata\",\"args\":{}}");

        assertThat(engine.export().path("resource_version").asInt()).isEqualTo(2);
    }

    @Test
    void bulk_atomic_takes_no_tables() {
        assertThat(bulk("bulk_atomic", TRACK_A).error())
                .isEqualTo("500 unexpected $.args Bulk atomic does not support this command");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"type":"pg_add_source","args":{}}
        {"type":"pg_untrack_table","args":{"table":"c"}}
        {"type":"pg_create_select_permission","args":{}}
        {"type":"pg_rename_relationship","args":{}}
        {"type":"replace_metadata","args":{}}
        {"type":"export_metadata","args":{}}
        {"type":"bulk","args":[]}
        """)
    void bulk_atomic_takes_relationships_only(String step) {
        assertThat(bulk("bulk_atomic", step).error())
                .isEqualTo("500 unexpected $.args Bulk atomic does not support this command");
    }

    @Test
    void bulk_atomic_builds_once_for_all_its_steps() {
        bulk("bulk", TRACK_A, TRACK_B);
        int before = builds();

        Answer answer = bulk(
                "bulk_atomic",
                relationship("a", "object", "one", "b"),
                relationship("a", "array", "many", "b"),
                "{\"type\":\"pg_drop_relationship\",\"args\":{\"table\":\"a\",\"relationship\":\"one\"}}",
                relationship("b", "object", "one", "a"));

        assertThat(answer.text()).isEqualTo("{\"message\":\"success\"}");
        assertThat(builds() - before).isEqualTo(1);
        assertThat(engine.export().at("/metadata/sources/0/tables").findValuesAsText("name"))
                .containsExactly("a", "many", "b", "one", "c");
    }

    @Test
    void bulk_atomic_stores_nothing_when_one_step_does_not_fit() {
        bulk("bulk", TRACK_A);
        JsonNode before = engine.export();

        Answer answer =
                bulk("bulk_atomic", relationship("a", "object", "c", "c"), relationship("a", "object", "b", "b"));

        assertThat(answer.error()).isEqualTo("400 bad-request $.args Schema inconsistency");
        assertThat(answer.body().at("/internal/0/0/reason").asText())
                .isEqualTo("Inconsistent object: in table \"a\": in relationship \"b\": table \"b\" does not exist in"
                        + " source: default");
        assertThat(engine.export()).isEqualTo(before);
    }

    private static String relationship(String table, String kind, String name, String target) {
        return "{\"type\":\"pg_create_" + kind + "_relationship\",\"args\":{\"table\":\"" + table + "\",\"name\":\""
                + name + "\",\"using\":{\"manual_configuration\":{\"remote_table\":\"" + target
                + "\",\"column_mapping\":{\"id\":\"id\"}}}}}";
    }

    @Test
    void a_stale_version_refuses_a_bulk() {
        Answer answer = engine.run("{\"type\":\"bulk\",\"resource_version\":1,\"args\":[" + TRACK_A + "]}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(tracked()).isEqualTo("[\"c\"]");
    }

    @Test
    void tables_are_tracked_with_one_build() {
        Answer answer = engine.run("pg_track_tables", json("{\"tables\":[{\"table\":\"a\"},{\"table\":\"b\"}]}"));

        assertThat(answer.text()).isEqualTo("{\"message\":\"success\"}");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void tables_that_cannot_be_tracked_become_warnings_and_cost_a_second_build() {
        Answer answer = engine.run(
                "pg_track_tables", json("{\"tables\":[{\"table\":\"a\"},{\"table\":\"nope\"},{\"table\":\"c\"}]}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("warnings").toString())
                .isEqualTo("[{\"code\":\"track-table-failed\",\"message\":\"view/table already tracked: \\\"c\\\"\","
                        + "\"name\":\"table c in source default\",\"type\":\"table\"},"
                        + "{\"code\":\"track-table-failed\",\"message\":\"Inconsistent object: no such table/view exists"
                        + " in source: \\\"nope\\\"\",\"name\":\"table nope in source default\",\"type\":\"table\"}]");
        assertThat(tracked()).isEqualTo("[\"a\",\"c\"]");
        assertThat(builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        pg_track_tables   | {"tables":[{"table":"a"},{"table":"nope"}],"allow_warnings":false} | 400 metadata-warnings $.args failed due to metadata warnings
        pg_track_tables   | {"tables":[{"table":"nope"},{"table":"c"}]} | 400 invalid-configuration $.args all tables failed to track
        pg_track_tables   | {"tables":[{"table":"a"},{"table":"a"}]} | 400 bad-request $.args.tables The following tables occur more than once in the request: table a in source default
        pg_untrack_tables | {"tables":[{"table":"a"}]} | 400 invalid-configuration $.args all tables failed to untrack
        pg_track_tables   | {"tables":7} | 400 parse-failed $.args parsing [] failed, expected Array for the key 'tables'
        bulk              | {} | 400 parse-failed $.args parsing [] failed, expected Array
        """)
    void a_batch_that_is_refused_changes_nothing(String type, String args, String error) {
        assertThat(engine.run(type, json(args)).error()).isEqualTo(error);
        assertThat(tracked()).isEqualTo("[\"c\"]");
    }

    @Test
    void tables_are_untracked_together() {
        engine.run("pg_track_tables", json("{\"tables\":[{\"table\":\"a\"},{\"table\":\"b\"}]}"));

        Answer answer = engine.run(
                "pg_untrack_tables", json("{\"tables\":[{\"table\":\"a\"},{\"table\":\"x\"},{\"table\":\"c\"}]}"));

        assertThat(answer.body().at("/warnings/0/code").asText()).isEqualTo("untrack-table-failed");
        assertThat(tracked()).isEqualTo("[\"b\"]");
    }

    private Answer bulk(String type, String... steps) {
        return engine.run("{\"type\":\"" + type + "\",\"args\":[" + String.join(",", steps) + "]}");
    }

    private int builds() {
        // One belongs to the set-up.
        return engine.stats().path("schemaBuilds").asInt() - 1;
    }

    private String tracked() {
        var names = JsonNodeFactory.instance.arrayNode();
        engine.export().at("/metadata/sources/0/tables").forEach(table -> names.add(table.at("/table/name")));
        return names.toString();
    }
}
