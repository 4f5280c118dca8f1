package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static io.outputport.engine.TestMetadata.metadata;
import static io.outputport.engine.TestMetadata.source;
import static io.outputport.engine.TestMetadata.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.TestEngine.Answer;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Customization;
import io.outputport.engine.schema.TrackedTable.Relationship;
import io.outputport.engine.schema.TrackedTable.Relationship.Kind;
import io.outputport.engine.schema.TrackedTable.Roots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relationships in the metadata, and what the customization of a source does to names. */
class RelationshipsTest {
    private static final TestDatabase DATABASE = TestDatabase.named(
            "relationships",
            "CREATE TABLE author (id int PRIMARY KEY, name text)",
            "CREATE TABLE article (id int PRIMARY KEY, author_id int REFERENCES author)",
            "CREATE TABLE award (id int PRIMARY KEY)");

    private final TestEngine engine = TestEngine.start();

    @BeforeEach
    void two_tables() {
        engine.replace(
                metadata(source("default", DATABASE.url(), table("public", "author"), table("public", "article"))));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        object | article | {"foreign_key_constraint_on":"author_id"} | author | author_id | id | true
        object | article | {"foreign_key_constraint_on":["author_id"]} | author | author_id | id | true
        array  | author  | {"foreign_key_constraint_on":{"table":"article","column":"author_id"}} | article | id | author_id | true
        array  | author  | {"foreign_key_constraint_on":{"table":{"schema":"public","name":"article"},"columns":["author_id"]}} | article | id | author_id | true
        object | author  | {"manual_configuration":{"remote_table":"article","column_mapping":{"id":"id"}}} | article | id | id | true
        """)
    void a_relationship_is_followed(
            String kind, String table, String using, String target, String from, String to, boolean nullable) {
        Answer answer = create(kind, table, using);

        assertThat(answer.body()).isEqualTo(json("{\"message\":\"success\"}"));
        assertThat(tracked(table).relationships())
                .containsExactly(new Relationship(
                        "other",
                        kind.equals("array") ? Kind.ARRAY : Kind.OBJECT,
                        "public",
                        target,
                        Map.of(from, to),
                        nullable));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        object | author  | {"foreign_key_constraint_on":"name"} | Inconsistent object: in table "author": in relationship "other": no foreign constraint exists on the given column(s)
        object | author  | {"manual_configuration":{"remote_table":"award","column_mapping":{"id":"id"}}} | Inconsistent object: in table "author": in relationship "other": table "award" does not exist in source: default
        array  | author  | {"manual_configuration":{"remote_table":"article","column_mapping":{"no":"id"}}} | Inconsistent object: in table "author": in relationship "other": "no" does not exist
        """)
    void a_relationship_that_leads_nowhere_is_refused(String kind, String table, String using, String reason) {
        Answer answer = create(kind, table, using);

        assertThat(answer.error()).isEqualTo("400 invalid-configuration $.args " + reason);
        assertThat(answer.body().at("/internal/0/name").asText())
                .isEqualTo(kind + "_relation other in table " + table + " in source default");
    }

    @Test
    void relationships_are_renamed_and_dropped() {
        create("object", "article", "{\"foreign_key_constraint_on\":\"author_id\"}");
        engine.run(
                "pg_rename_relationship", json("{\"table\":\"article\",\"name\":\"other\",\"new_name\":\"writer\"}"));
        assertThat(tracked("article").relationships())
                .extracting(Relationship::name)
                .containsExactly("writer");

        engine.run("pg_drop_relationship", json("{\"table\":\"article\",\"relationship\":\"writer\"}"));
        assertThat(tracked("article").relationships()).isEmpty();
        assertThat(engine.run("pg_drop_relationship", json("{\"table\":\"article\",\"relationship\":\"writer\"}"))
                        .error())
                .isEqualTo("400 not-exists $.args relationship \"writer\" does not exist");
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        assertThat(engine.run(
                                "pg_create_object_relationship",
                                json("{\"table\":\"article\",\"name\":\"id\",\"using\":{}}"))
                        .error())
                .isEqualTo("400 already-exists $.args field with name \"id\" already exists in table \"article\"");
    }

    @Test
    void bulk_atomic_builds_once_and_takes_all_or_nothing() {
        String good =
                command("pg_create_object_relationship", "article", "{\"foreign_key_constraint_on\":\"author_id\"}");
        String bad = command("pg_create_object_relationship", "author", "{\"foreign_key_constraint_on\":\"name\"}");

        Answer done = engine.run("{\"type\":\"bulk_atomic\",\"args\":[" + good + "]}");
        assertThat(done.body()).isEqualTo(json("{\"message\":\"success\"}"));
        assertThat(engine.stats().path("schemaBuilds").asInt()).isEqualTo(2);

        Answer refused = engine.run("{\"type\":\"bulk_atomic\",\"args\":[" + bad + "]}");
        assertThat(refused.error()).isEqualTo("400 bad-request $.args Schema inconsistency");
        assertThat(refused.body().at("/internal/0/0/type").asText()).isEqualTo("object_relation");
        assertThat(tracked("author").relationships()).isEmpty();
    }

    @Test
    void what_is_inconsistent_is_dropped_on_demand() {
        var author = table("public", "author");
        author.putArray("object_relationships")
                .add(json("{\"name\":\"x\",\"using\":{\"foreign_key_constraint_on\":\"name\"}}"));
        TestMetadata.readableBy(author, "r", "{\"columns\":[\"no\"],\"filter\":{}}");
        engine.replace(metadata(
                source("dead", "postgres://x:y@127.0.0.1:1/z"),
                source("default", DATABASE.url(), author, table("public", "gone"))));

        engine.run("{\"type\":\"drop_inconsistent_metadata\",\"args\":{}}");

        assertThat(engine.export().at("/metadata/sources/0/tables").toString())
                .isEqualTo("[{\"table\":{\"name\":\"author\",\"schema\":\"public\"}}]");
        assertThat(engine.get("/healthz").text()).isEqualTo("OK");
    }

    @Test
    void a_customized_source_changes_root_fields_and_types_on_top_of_custom_names() {
        var source = source(
                "default",
                DATABASE.url(),
                table(
                        "public",
                        "author",
                        "{\"custom_name\":\"foo\",\"custom_root_fields\":{\"select_by_pk\":\"bar\"}}"));
        source.set(
                "customization",
                json(
                        "{\"root_fields\":{\"prefix\":\"f_\",\"suffix\":\"_g\"},\"type_names\":{\"prefix\":\"t_\",\"suffix\":\"_u\"}}"));
        engine.replace(metadata(source));

        assertThat(tracked("author").roots())
                .isEqualTo(new Roots("f_foo_g", "f_bar_g", "f_foo_aggregate_g", "f_foo_stream_g"));
        assertThat(tracked("author").graphqlName()).isEqualTo("foo");
        assertThat(tracked("author").customization()).isEqualTo(new Customization(Optional.empty(), "t_", "_u"));
    }

    @Test
    void equal_names_do_not_meet_when_one_source_has_a_namespace_and_types_of_its_own() {
        var spaced = source("spaced", DATABASE.url(), table("public", "author"));
        spaced.set(
                "customization", json("{\"root_fields\":{\"namespace\":\"ns\"},\"type_names\":{\"prefix\":\"ns_\"}}"));

        Answer answer = engine.replace(metadata(source("default", DATABASE.url(), table("public", "author")), spaced));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(engine.schema().tables().get(1).customization().namespace()).contains("ns");
    }

    @Test
    void kinds_and_agents_can_be_asked_for() {
        assertThat(engine.run("list_source_kinds", json("{}")).text())
                .isEqualTo(
                        "{\"sources\":[{\"available\":true,\"builtin\":true,\"display_name\":\"Postgres\",\"kind\":\"postgres\"}]}");
        assertThat(engine.run("dc_add_agent", json("{\"name\":\"a\",\"url\":\"http://a\",\"skip_check\":true}"))
                        .body())
                .isEqualTo(json("{\"message\":\"success\"}"));
        assertThat(engine.export()
                        .at("/metadata/backend_configs/dataconnector/a/uri")
                        .asText())
                .isEqualTo("http://a");
        assertThat(engine.run("dc_delete_agent", json("{\"name\":\"b\"}")).status())
                .isEqualTo(400);
    }

    private Answer create(String kind, String table, String using) {
        return engine.run(command("pg_create_" + kind + "_relationship", table, using));
    }

    private static String command(String type, String table, String using) {
        JsonNode args = json("{\"table\":\"" + table + "\",\"name\":\"other\",\"using\":" + using + "}");
        return TestEngine.command(type, args).toString();
    }

    private TrackedTable tracked(String name) {
        List<TrackedTable> found = engine.schema().tables().stream()
                .filter(table -> table.databaseName().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
