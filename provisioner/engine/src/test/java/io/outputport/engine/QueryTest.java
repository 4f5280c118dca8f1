package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static io.outputport.engine.TestMetadata.metadata;
import static io.outputport.engine.TestMetadata.source;
import static io.outputport.engine.TestMetadata.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.engine.TestEngine.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL on a source, and operations in their oldest form. */
class QueryTest {
    private static final TestDatabase DATABASE =
            TestDatabase.named("queries", "CREATE TABLE people (id int PRIMARY KEY, name text)");

    private final TestEngine engine = TestEngine.start();

    @BeforeEach
    void one_table() {
        DATABASE.run("TRUNCATE people", "INSERT INTO people VALUES (1, 'Ada'), (2, NULL)");
        engine.replace(metadata(source("default", DATABASE.url(), table("public", "people"))));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        SELECT * FROM people ORDER BY id                    | {"result_type":"TuplesOk","result":[["id","name"],["1","Ada"],["2","NULL"]]}
        SELECT 1 AS one WHERE false                         | {"result_type":"TuplesOk","result":[["one"]]}
        UPDATE people SET name = 'x' WHERE id = 9           | {"result_type":"CommandOk","result":null}
        DELETE FROM people; SELECT count(*) AS n FROM people | {"result_type":"TuplesOk","result":[["n"],["0"]]}
        SELECT 1; DELETE FROM people                        | {"result_type":"CommandOk","result":null}
        """)
    void sql_is_run_and_its_last_result_answered(String sql, String result) {
        assertThat(query("/v2/query", "run_sql", sql).text()).isEqualTo(result);
    }

    @Test
    void sql_that_fails_changes_nothing_and_says_why() {
        Answer answer = query("/v2/query", "pg_run_sql", "DELETE FROM people; SELECT * FROM nowhere");

        assertThat(answer.error()).isEqualTo("400 postgres-error $.args query execution failed");
        assertThat(answer.body().at("/internal/error/status_code").asText()).isEqualTo("42P01");
        assertThat(query("/v2/query", "run_sql", "SELECT count(*) FROM people").text())
                .contains("[\"2\"]");
    }

    @Test
    void sql_that_may_only_read_cannot_write() {
        Answer answer = post(
                "/v2/query", "{\"type\":\"run_sql\",\"args\":{\"read_only\":true,\"sql\":\"DELETE FROM people\"}}");

        assertThat(answer.error()).isEqualTo("400 postgres-error $.args query execution failed");
    }

    @Test
    void sql_that_changes_a_table_is_followed_by_a_look_at_the_source() {
        query("/v2/query", "run_sql", "ALTER TABLE people ADD COLUMN age int");

        assertThat(engine.schema().tables().get(0).columns()).hasSize(3);
        DATABASE.run("ALTER TABLE people DROP COLUMN age");
    }

    @Test
    void several_queries_are_answered_in_order_until_one_fails() {
        String read = "{\"type\":\"run_sql\",\"args\":{\"sql\":\"SELECT 1 AS a\"}}";
        String wrong = "{\"type\":\"run_sql\",\"args\":{\"source\":\"no\",\"sql\":\"SELECT 1\"}}";

        assertThat(post("/v2/query", "{\"type\":\"bulk\",\"args\":[" + read + "," + read + "]}")
                        .body())
                .hasSize(2);
        assertThat(post("/v2/query", "{\"type\":\"bulk\",\"args\":[" + read + "," + wrong + "]}")
                        .error())
                .isEqualTo("400 not-exists $.args[1].args source with name \"no\" does not exist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /v2/query | {"type":"pg_track_table","args":{}} | 400 parse-failed $ unknown query type "pg_track_table"
        /v2/query | {"type":"run_sql","args":{}} | 400 parse-failed $.args the key 'sql' was not present
        /v2/query | {"type":"bulk","args":{}} | 400 parse-failed $.args parsing [] failed, expected Array
        /v1/query | {} | 400 parse-failed $ the key 'type' was not present
        /v1/query | {"type":"track_table","args":"people"} | 400 already-tracked $.args view/table already tracked: "people"
        /v1/query | {"type":"fly","args":{}} | 400 parse-failed $ unknown metadata command "pg_fly"
        """)
    void what_cannot_be_run_is_refused(String path, String body, String error) {
        assertThat(post(path, body).error()).isEqualTo(error);
    }

    @Test
    void the_oldest_forms_mean_the_default_source() {
        Answer answer = post("/v1/query", """
                {"type":"bulk","args":[
                  {"type":"create_select_permission","args":
                    {"table":"people","role":"r","permission":{"columns":["id"],"filter":{}}}},
                  {"type":"drop_select_permission","args":{"table":"people","role":"r"}},
                  {"type":"set_table_customization","args":{"table":"people","configuration":{"custom_name":"p"}}},
                  {"type":"untrack_table","args":{"table":"people"}},
                  {"type":"track_table","args":{"schema":"public","name":"people"}},
                  {"type":"run_sql","args":{"sql":"SELECT 1 AS a"}},
                  {"type":"get_inconsistent_metadata","args":{}}]}
                """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).hasSize(7);
        assertThat(engine.export().at("/metadata/sources/0/tables").toString())
                .isEqualTo("[{\"table\":{\"name\":\"people\",\"schema\":\"public\"}}]");
    }

    @Test
    void sql_is_for_the_admin() {
        Answer answer = engine.post(
                "/v2/query",
                "{\"type\":\"run_sql\",\"args\":{\"sql\":\"SELECT 1\"}}",
                Map.of("x-hasura-admin-secret", TestEngine.SECRET, "x-hasura-role", "reader"));

        assertThat(answer.error()).isEqualTo("400 access-denied $.args restricted access : admin only");
    }

    private Answer query(String path, String type, String sql) {
        return post(
                path,
                TestEngine.command(type, json("{\"sql\":\"" + sql + "\"}")).toString());
    }

    private Answer post(String path, String body) {
        return engine.post(path, body, Map.of("x-hasura-admin-secret", TestEngine.SECRET));
    }
}
