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
import io.outputport.engine.schema.HasuraVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One operation after the other: what they change, what they refuse, and where Hasura is dangerous. */
class OperationsTest {
    private static final String SUCCESS = "{\"message\":\"success\"}";
    private static final TestDatabase DATABASE = TestDatabase.named(
            "operations",
            "CREATE SCHEMA care CREATE TABLE cases (id int PRIMARY KEY, day date)",
            "CREATE TABLE author (id int PRIMARY KEY, name text)",
            "CREATE TABLE article (id int PRIMARY KEY, author_id int REFERENCES author)");

    private final TestEngine engine = TestEngine.start();

    @BeforeEach
    void one_source_with_two_tables() {
        engine.replace(metadata(source(
                "default",
                DATABASE.url(),
                readableBy(table("public", "author"), "user", "{\"columns\":\"*\",\"filter\":{}}"),
                table("care", "cases"))));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        pg_track_table | {"table":"article","configuration":{"custom_name":"a"}} | /metadata/sources/0/tables/1 | {"table":{"name":"article","schema":"public"},"configuration":{"custom_name":"a","column_config":{},"custom_column_names":{},"custom_root_fields":{}}}
        pg_track_table | {"schema":"public","name":"article"} | /metadata/sources/0/tables/1 | {"table":{"name":"article","schema":"public"}}
        pg_untrack_table | {"table":"author"} | /metadata/sources/0/tables/0/table | {"name":"cases","schema":"care"}
        pg_set_table_customization | {"table":"author","configuration":{"comment":"c"}} | /metadata/sources/0/tables/1/configuration | {"comment":"c","column_config":{},"custom_column_names":{},"custom_root_fields":{}}
        pg_create_select_permission | {"table":{"schema":"care","name":"cases"},"role":"r","permission":{"columns":["id"],"filter":{},"set":[]},"comment":"c"} | /metadata/sources/0/tables/0/select_permissions/0 | {"role":"r","permission":{"columns":["id"],"filter":{}},"comment":"c"}
        pg_drop_select_permission | {"table":"author","role":"user"} | /metadata/sources/0/tables/1 | {"table":{"name":"author","schema":"public"}}
        pg_create_insert_permission | {"table":"author","role":"r","permission":{"check":{}}} | /metadata/sources/0/tables/1/insert_permissions/0 | {"role":"r","permission":{"check":{}}}
        rename_source | {"name":"default","new_name":"other"} | /metadata/sources/0/name | "other"
        add_inherited_role | {"role_name":"i","role_set":["user","r"]} | /metadata/inherited_roles/0 | {"role_name":"i","role_set":["user","r"]}
        pg_set_apollo_federation_config | {"table":"author","apollo_federation_config":{"enable":"v1"}} | /metadata/sources/0/tables/1/apollo_federation_config | {"enable":"v1"}
        """)
    void an_operation_answers_success_and_changes_the_metadata(String type, String args, String at, String expected) {
        Answer answer = engine.run(type, json(args));

        assertThat(answer.body()).isEqualTo(json(SUCCESS));
        assertThat(engine.export().at(at).toString()).isEqualTo(expected);
        assertThat(engine.export().path("resource_version").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        pg_add_source | {"name":"default","configuration":{}} | 400 already-exists $.args source with name "default" already exists
        pg_add_source | {"configuration":{}} | 400 parse-failed $.args the key 'name' was not present
        pg_add_source | {"name":"x"} | 400 parse-failed $.args the key 'configuration' was not present
        pg_add_source | {"name":"x","configuration":{"connection_info":{"database_url":{"from_env":"NO"}}}} | 400 invalid-configuration $.args Inconsistent object: environment variable 'NO' not set
        pg_update_source | {"name":"x"} | 400 not-exists $.args source with name "x" does not exist
        pg_drop_source | {"name":"x"} | 400 not-exists $.args source with name "x" does not exist
        rename_source | {"name":"x","new_name":"y"} | 400 not-exists $.args Could not find source with name "x"
        rename_source | {"name":"default","new_name":"default"} | 400 already-exists $.args Source with name "default" already exists
        pg_track_table | {"table":{"schema":"care","name":"cases"}} | 400 already-tracked $.args view/table already tracked: "care.cases"
        pg_track_table | {"table":"author"} | 400 already-tracked $.args view/table already tracked: "author"
        pg_track_table | {"table":{"schema":"care","name":"nope"}} | 400 invalid-configuration $.args Inconsistent object: no such table/view exists in source: "care.nope"
        pg_track_table | {"source":"x","table":"author"} | 400 not-exists $.args source with name "x" does not exist
        pg_track_table | {} | 400 parse-failed $.args the key 'table' was not present
        pg_track_table | {"table":"article","configuration":{"custom_name":"author"}} | 500 unexpected $.args Encountered conflicting definitions in the selection set for 'mutation_root' for fields: ['delete_author_by_pk' defined in [table article in source default, table author in source default], 'delete_author' defined in [table article in source default, table author in source default], 'update_author_many' defined in [table article in source default, table author in source default], 'update_author_by_pk' defined in [table article in source default, table author in source default], 'update_author' defined in [table article in source default, table author in source default], 'insert_author_one' defined in [table article in source default, table author in source default], 'insert_author' defined in [table article in source default, table author in source default]]. Fields must not be defined more than once across all sources.
        pg_untrack_table | {"table":"article"} | 400 already-untracked $.args view/table already untracked: "article"
        pg_untrack_table | {"source":"x","table":"author"} | 400 already-untracked $.args view/table already untracked: "author"
        pg_set_table_customization | {"table":"article","configuration":{}} | 400 not-exists $.args table "article" does not exist in source: default
        pg_create_select_permission | {"table":"author","role":"user","permission":{"columns":"*","filter":{}}} | 400 already-exists $.args select permission already defined on table "author" with role "user"
        pg_create_select_permission | {"table":"author","role":"admin","permission":{"columns":"*","filter":{}}} | 400 already-exists $.args select permission already defined on table "author" with role "admin"
        pg_create_select_permission | {"table":"author","role":"r","permission":{"columns":"*"}} | 400 parse-failed $.args the key 'filter' was not present
        pg_create_select_permission | {"table":"author","role":"r","permission":{"filter":{}}} | 400 parse-failed $.args the key 'columns' was not present
        pg_create_select_permission | {"table":"author","role":"r","permission":{"columns":["no"],"filter":{}}} | 400 invalid-configuration $.args Inconsistent object: in table "author": in permission for role "r": "no" does not exist
        pg_create_select_permission | {"table":"article","role":"r","permission":{"columns":"*","filter":{}}} | 400 not-exists $.args table "article" does not exist in source: default
        pg_drop_select_permission | {"table":"author","role":"r"} | 400 permission-denied $.args 'select' permission on "author" for role "r" does not exist
        drop_inherited_role | {"role_name":"i"} | 400 not-exists $.args i inherited role doesn't exist
        """)
    void an_operation_that_is_refused_changes_nothing(String type, String args, String error) {
        JsonNode before = engine.export();

        assertThat(engine.run(type, json(args)).error()).isEqualTo(error);
        assertThat(engine.export()).isEqualTo(before);
    }

    @Test
    void an_invalid_configuration_shows_the_inconsistent_object() {
        Answer answer = engine.run("pg_track_table", json("{\"table\":\"nope\"}"));

        assertThat(answer.body().at("/internal/0/name").asText()).isEqualTo("table nope in source default");
    }

    @Test
    void a_source_is_added_updated_and_dropped_with_all_its_tables() {
        String configuration = "\"configuration\":{\"connection_info\":{\"database_url\":\"" + DATABASE.url() + "\"}}";
        assertThat(engine.run("pg_add_source", json("{\"name\":\"s\"," + configuration + "}"))
                        .body())
                .isEqualTo(json(SUCCESS));
        engine.run("pg_track_table", json("{\"source\":\"s\",\"table\":\"article\"}"));
        engine.run("pg_update_source", json("{\"name\":\"s\",\"health_check\":{\"test\":{}}}"));

        assertThat(engine.export().at("/metadata/sources/1/kind").asText()).isEqualTo("postgres");
        assertThat(engine.export().at("/metadata/sources/1/tables")).hasSize(1);
        assertThat(engine.export().at("/metadata/sources/1/health_check").isObject())
                .isTrue();

        assertThat(engine.run("pg_drop_source", json("{\"name\":\"s\"}")).body())
                .isEqualTo(json(SUCCESS));
        assertThat(engine.export().at("/metadata/sources")).hasSize(1);
    }

    @Test
    void adding_a_source_again_while_it_is_down_wipes_its_tables_in_older_versions_and_answers_success() {
        try (TestEngine old =
                TestEngine.start(EngineSettings.of(TestEngine.SECRET).withVersion(new HasuraVersion("v2.45.0")))) {
            String again = addedAgainWhileDown(old, "{\"replace_configuration\":false}");

            assertThat(again).isEqualTo(SUCCESS);
            assertThat(old.export().at("/metadata/sources/0/tables")).isEmpty();
        }
    }

    @Test
    void adding_a_source_again_while_it_is_down_keeps_its_tables_in_newer_versions() {
        String again = addedAgainWhileDown(engine, "{\"replace_configuration\":true}");

        assertThat(again).contains("invalid-configuration");
        assertThat(engine.export().at("/metadata/sources/0/tables")).hasSize(2);
    }

    private static String addedAgainWhileDown(TestEngine engine, String options) {
        engine.replace(metadata(source("default", DATABASE.url(), table("public", "author"), table("care", "cases"))));
        JsonNode configuration = engine.export().at("/metadata/sources/0/configuration");
        engine.set("{\"downSources\":[\"default\"]}");
        engine.run("{\"type\":\"reload_metadata\",\"args\":{}}");

        ObjectNode args = json(options).put("name", "default");
        return engine.run("pg_add_source", args.set("configuration", configuration))
                .text();
    }

    @Test
    void a_source_that_is_down_is_not_there_for_most_operations() {
        hold("default");

        assertThat(engine.run("pg_update_source", json("{\"name\":\"default\"}"))
                        .error())
                .isEqualTo("400 not-exists $.args source with name \"default\" does not exist");
        assertThat(engine.run("pg_track_table", json("{\"table\":\"article\"}")).error())
                .isEqualTo("400 unexpected $.args source with name \"default\" is inconsistent");
        assertThat(engine.run("pg_drop_source", json("{\"name\":\"default\",\"cascade\":true}"))
                        .error())
                .isEqualTo("400 unexpected $.args source with name \"default\" is inconsistent");
        assertThat(engine.run("pg_drop_source", json("{\"name\":\"default\"}")).body())
                .isEqualTo(json(SUCCESS));
    }

    @Test
    void tracking_an_inconsistent_table_again_loses_its_permissions_and_answers_success() {
        DATABASE.run("CREATE VIEW passing AS SELECT 1 AS one");
        engine.run("pg_track_table", json("{\"table\":\"passing\"}"));
        engine.run(
                "pg_create_select_permission",
                json("{\"table\":\"passing\",\"role\":\"r\",\"permission\":{\"columns\":\"*\",\"filter\":{}}}"));
        DATABASE.run("DROP VIEW passing");
        engine.run("{\"type\":\"reload_metadata\",\"args\":{}}");

        assertThat(engine.run("pg_untrack_table", json("{\"table\":\"passing\"}"))
                        .error())
                .isEqualTo("400 already-untracked $.args view/table already untracked: \"passing\"");
        assertThat(engine.run("pg_track_table", json("{\"table\":\"passing\"}")).body())
                .isEqualTo(json(SUCCESS));
        assertThat(engine.export().at("/metadata/sources/0/tables/2").has("select_permissions"))
                .isFalse();
    }

    @Test
    void what_was_inconsistent_before_does_not_stop_others() {
        engine.replace(metadata(
                source("default", DATABASE.url(), table("public", "author")),
                source("dead", "postgres://x:y@127.0.0.1:1/z")));

        assertThat(engine.run("pg_track_table", json("{\"table\":\"article\"}")).body())
                .isEqualTo(json(SUCCESS));
    }

    @Test
    void a_table_that_a_relationship_leads_to_is_untracked_with_cascade_only() {
        var article = table("public", "article");
        article.putArray("object_relationships")
                .add(json("{\"name\":\"writer\",\"using\":{\"foreign_key_constraint_on\":\"author_id\"}}"));
        engine.replace(metadata(source("default", DATABASE.url(), table("public", "author"), article)));

        assertThat(engine.run("pg_untrack_table", json("{\"table\":\"author\"}"))
                        .error())
                .isEqualTo("400 dependency-error $.args cannot drop due to the following dependent objects:"
                        + " relationship article.writer in source \"default\"");
        assertThat(engine.run("pg_untrack_table", json("{\"table\":\"author\",\"cascade\":true}"))
                        .body())
                .isEqualTo(json(SUCCESS));
        assertThat(engine.export().at("/metadata/sources/0/tables").toString())
                .isEqualTo("[{\"table\":{\"name\":\"article\",\"schema\":\"public\"}}]");
    }

    @Test
    void inherited_roles_reach_the_schema_cache() {
        engine.run("add_inherited_role", json("{\"role_name\":\"i\",\"role_set\":[\"user\"]}"));

        assertThat(engine.schema().inheritedRoles()).containsOnlyKeys("i");
    }

    private void hold(String source) {
        engine.set("{\"downSources\":[\"" + source + "\"]}");
        engine.run("{\"type\":\"reload_metadata\",\"args\":{}}");
    }
}
