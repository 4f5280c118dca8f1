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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metadata follows SQL that drops what it tracks, or the SQL is refused; and bulks around it. */
class SqlFollowTest {
    private static final TestDatabase DATABASE = TestDatabase.named("follows");

    private final TestEngine engine = TestEngine.start();

    @BeforeEach
    void two_tables_and_a_relationship() {
        DATABASE.run(
                "DROP TABLE IF EXISTS book, shelf",
                "CREATE TABLE shelf (id int PRIMARY KEY, room text, old text)",
                "CREATE TABLE book (id int PRIMARY KEY, shelf_id int CONSTRAINT stands_on REFERENCES shelf)");
        ObjectNode book = table("public", "book");
        book.putArray("object_relationships")
                .add(json("{\"name\":\"shelf\",\"using\":{\"foreign_key_constraint_on\":\"shelf_id\"}}"));
        ObjectNode shelf =
                readableBy(table("public", "shelf"), "reader", "{\"columns\":[\"id\",\"room\"],\"filter\":{}}");
        engine.replace(metadata(source("default", DATABASE.url(), shelf, book)), false);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_dropped_table_is_untracked_with_its_own_relationships() {
        assertThat(sql("DROP TABLE book", "").status()).isEqualTo(200);

        assertThat(tables().toString()).contains("shelf").doesNotContain("book");
        assertThat(engine.run("{\"type\":\"get_inconsistent_metadata\",\"args\":{}}")
                        .body()
                        .path("is_consistent")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DROP TABLE shelf CASCADE                  | relationship book.shelf in source "default"
        ALTER TABLE book DROP CONSTRAINT stands_on | relationship book.shelf in source "default"
        ALTER TABLE book DROP COLUMN shelf_id     | relationship book.shelf in source "default"
        ALTER TABLE shelf DROP COLUMN room        | permission shelf.reader.select in source "default"
        """)
    void what_others_depend_on_goes_with_them_or_not_at_all(String sql, String dependent) {
        JsonNode before = engine.export();

        assertThat(sql(sql, "").error())
                .isEqualTo(
                        "400 dependency-error $.args cannot drop due to the following dependent objects: " + dependent);
        assertThat(engine.export()).isEqualTo(before);
        assertThat(sql("SELECT s.room, b.shelf_id FROM shelf s, book b", "").status())
                .isEqualTo(200);

        assertThat(sql(sql, ",\"cascade\":true").status()).isEqualTo(200);
        assertThat(tables().findValues(dependent.startsWith("relationship") ? "object_relationships" : "role"))
                .isEmpty();
    }

    @Test
    void a_column_that_nobody_names_is_dropped_freely() {
        assertThat(sql("ALTER TABLE shelf DROP COLUMN old", "").status()).isEqualTo(200);

        assertThat(engine.schema().tables().get(0).columns()).hasSize(2);
    }

    @Test
    void without_the_check_the_metadata_stays_as_it_was() {
        JsonNode before = engine.export();

        assertThat(sql("DROP TABLE book", ",\"check_metadata_consistency\":false")
                        .status())
                .isEqualTo(200);

        assertThat(engine.export()).isEqualTo(before);
    }

    @Test
    void a_bulk_is_all_or_nothing_for_the_metadata_but_sql_stays() {
        JsonNode before = engine.export();

        Answer answer = post("/v1/query", """
                {"type":"bulk","args":[
                  {"type":"run_sql","args":{"sql":"INSERT INTO shelf VALUES (1, 'hall')"}},
                  {"type":"untrack_table","args":{"table":"book"}},
                  {"type":"track_table","args":{"table":"nope"}}]}
                """);

        assertThat(answer.error())
                .isEqualTo("400 invalid-configuration $.args[2].args Inconsistent object: no such table/view exists in"
                        + " source: \"nope\"");
        assertThat(engine.export()).isEqualTo(before);
        assertThat(sql("SELECT count(*) FROM shelf", "").text()).contains("[\"1\"]");
    }

    @Test
    void a_bulk_of_sql_that_fails_late_stores_nothing_of_what_it_untracked() {
        Answer answer = post("/v2/query", """
                {"type":"bulk","args":[
                  {"type":"run_sql","args":{"sql":"DROP TABLE book"}},
                  {"type":"run_sql","args":{"sql":"SELECT * FROM nowhere"}}]}
                """);

        assertThat(answer.error()).isEqualTo("400 postgres-error $.args[1].args query execution failed");
        assertThat(tables().toString()).contains("book");
    }

    @Test
    void steps_of_a_bulk_see_each_other_and_are_written_once() {
        int writes = engine.stats().path("metadataWrites").asInt();

        Answer answer = post("/v1/query", """
                {"type":"bulk","args":[
                  {"type":"run_sql","args":{"sql":"CREATE TABLE lamp (id int)"}},
                  {"type":"track_table","args":{"table":"lamp"}},
                  {"type":"run_sql","args":{"sql":"DROP TABLE lamp"}},
                  {"type":"get_inconsistent_metadata","args":{}}]}
                """);

        assertThat(answer.body().at("/3/is_consistent").asBoolean())
                .as(answer.text())
                .isTrue();
        assertThat(engine.stats().path("metadataWrites").asInt()).isEqualTo(writes + 1);
        assertThat(tables().toString()).doesNotContain("lamp");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        SELECT 1                | -                                                       | -
        DROP TABLE book         | "read_only":true                                        | 400 postgres-error $.args[0].args query execution failed
        DROP TABLE book         | "read_only":false                                       | 500 unexpected $ Only read-only queries are allowed in a concurrent_bulk
        SELECT 1                | "check_metadata_consistency":true                       | 500 unexpected $ Only read-only queries are allowed in a concurrent_bulk
        """)
    void a_concurrent_bulk_takes_no_sql_that_changes_tables(String sql, String option, String error) {
        Answer answer = post(
                "/v2/query",
                "{\"type\":\"concurrent_bulk\",\"args\":[{\"type\":\"run_sql\",\"args\":{\"sql\":\"" + sql + "\""
                        + (option == null ? "" : "," + option) + "}}]}");

        assertThat(answer.status() == 200 ? null : answer.error()).isEqualTo(error);
        assertThat(tables().toString()).contains("book");
    }

    private Answer sql(String sql, String options) {
        return post("/v2/query", "{\"type\":\"run_sql\",\"args\":{\"sql\":\"" + sql + "\"" + options + "}}");
    }

    private JsonNode tables() {
        return engine.export().at("/metadata/sources/0/tables");
    }

    private Answer post(String path, String body) {
        return engine.post(path, body, Map.of("x-hasura-admin-secret", TestEngine.SECRET));
    }
}
