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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows by the old {@code select}: names of the database, permissions of the role. */
class LegacySelectTest {
    private static final TestDatabase DATABASE = TestDatabase.named(
            "selects",
            "CREATE TABLE town (id int PRIMARY KEY, town_name text, people int)",
            "CREATE TABLE street (id int PRIMARY KEY, town_id int REFERENCES town, name text)",
            "INSERT INTO town VALUES (1, 'Ulm', 120), (2, 'Jena', 110), (3, 'Bonn', NULL)",
            "INSERT INTO street VALUES (1, 1, 'Mill Lane'), (2, 1, 'High Street')");

    private final TestEngine engine = TestEngine.whole();

    @BeforeEach
    void two_tables() {
        ObjectNode town = readableBy(
                table("public", "town", """
                        {"custom_name":"city","column_config":{"town_name":{"custom_name":"title"}}}
                        """),
                "reader",
                "{\"columns\":[\"town_name\"],\"filter\":{\"id\":{\"_lt\":3}}}");
        town.putArray("array_relationships")
                .add(json("{\"name\":\"streets\",\"using\":{\"foreign_key_constraint_on\":"
                        + "{\"table\":\"street\",\"column\":\"town_id\"}}}"));
        engine.replace(metadata(source("default", DATABASE.url(), town, table("public", "street"))), false);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        admin  | {"table":"town","columns":["id","town_name"],"order_by":"-id","limit":1} | [{"id":3,"town_name":"Bonn"}]
        admin  | {"table":{"schema":"public","name":"town"},"columns":["*"],"where":{"id":2}} | [{"id":2,"town_name":"Jena","people":110}]
        admin  | {"table":"town","columns":["id"],"where":{"$or":[{"town_name":{"$like":"U%"}},{"people":{"_is_null":true}}]},"order_by":["id"]} | [{"id":1},{"id":3}]
        admin  | {"table":"town","columns":["id"],"order_by":{"column":"people","type":"desc","nulls":"last"},"offset":1} | [{"id":2},{"id":3}]
        admin  | {"table":"town","columns":["id",{"name":"streets","columns":["name"],"order_by":{"name":"asc"}}],"where":{"streets":{"name":"Mill Lane"}}} | [{"id":1,"streets":[{"name":"High Street"},{"name":"Mill Lane"}]}]
        reader | {"table":"town","columns":["*"],"order_by":"+town_name"} | [{"town_name":"Jena"},{"town_name":"Ulm"}]
        """)
    void rows_are_answered_under_the_names_of_the_database(String role, String args, String rows) {
        Answer answer = select("/v1/query", role, args);

        assertThat(answer.text()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        admin  | {"table":"town","columns":["id","x"]} | 400 permission-denied $.args.columns[1] no such column exists : "x"
        reader | {"table":"town","columns":["people"]} | 400 permission-denied $.args.columns[0] role "reader" does not have permission to select column "people"
        reader | {"table":"street","columns":["name"]} | 400 permission-denied $.args select on "street" for role "reader" is not allowed.
        admin  | {"table":"nope","columns":["*"]}      | 400 not-exists $.args table "nope" does not exist in source: default
        admin  | {"table":"town"}                      | 400 parse-failed $.args the key 'columns' was not present
        admin  | {"columns":["*"]}                     | 400 parse-failed $.args the key 'table' was not present
        """)
    void a_select_that_cannot_be_is_refused(String role, String args, String error) {
        assertThat(select("/v1/query", role, args).error().strip()).isEqualTo(error);
    }

    @Test
    void other_roles_may_select_on_v1_only_and_do_nothing_else() {
        String args = "{\"table\":\"town\",\"columns\":[\"*\"]}";
        String bulk = "{\"type\":\"bulk\",\"args\":[{\"type\":\"select\",\"args\":" + args + "}%s]}";
        String sql = ",{\"type\":\"run_sql\",\"args\":{\"sql\":\"SELECT 1\"}}";
        String adminOnly = "400 access-denied $.args restricted access : admin only";

        assertThat(post("/v1/query", "reader", bulk.formatted("")).body().at("/0"))
                .hasSize(2);
        assertThat(post("/v1/query", "reader", bulk.formatted(sql)).error()).isEqualTo(adminOnly);
        assertThat(select("/v2/query", "reader", args).error()).isEqualTo(adminOnly);
        assertThat(select("/v2/query", "admin", args).body()).hasSize(3);
    }

    private Answer select(String path, String role, String args) {
        return post(path, role, "{\"type\":\"select\",\"args\":" + args + "}");
    }

    private Answer post(String path, String role, String body) {
        return engine.post(path, body, Map.of("x-hasura-admin-secret", TestEngine.SECRET, "x-hasura-role", role));
    }
}
