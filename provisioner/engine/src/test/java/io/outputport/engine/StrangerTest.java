package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who knows Hasura and nothing of this engine walks through it, metadata and GraphQL together. */
class StrangerTest {
    private static final TestDatabase DATABASE = TestDatabase.named(
            "strangers",
            "CREATE TABLE author (id int PRIMARY KEY, name text)",
            "CREATE TABLE article (id int PRIMARY KEY, title text, author_id int REFERENCES author)",
            "INSERT INTO author VALUES (1, 'Ada'), (2, 'Ben')",
            "INSERT INTO article VALUES (1, 'Looms', 1), (2, 'Engines', 1), (3, 'Bees', 2)");

    private final TestEngine engine = TestEngine.whole();

    @BeforeEach
    void add_a_source_by_hand_and_track_its_tables() {
        done(
                "pg_add_source",
                "{\"name\":\"default\",\"configuration\":{\"connection_info\":{\"database_url\":\"" + DATABASE.url()
                        + "\"}}}");
        done("pg_track_tables", "{\"tables\":[{\"table\":\"author\"},{\"table\":\"article\"}]}");
        done(
                "pg_create_object_relationship",
                "{\"table\":\"article\",\"name\":\"author\",\"using\":{\"foreign_key_constraint_on\":\"author_id\"}}");
        done(
                "pg_create_array_relationship",
                "{\"table\":\"author\",\"name\":\"articles\",\"using\":{\"foreign_key_constraint_on\":{\"table\":\"article\",\"column\":\"author_id\"}}}");
        done(
                "pg_create_select_permission",
                "{\"table\":\"author\",\"role\":\"reader\",\"permission\":{\"columns\":[\"name\"],\"filter\":{}}}");
        done(
                "pg_create_select_permission",
                "{\"table\":\"article\",\"role\":\"reader\",\"permission\":{\"columns\":[\"title\"],\"filter\":{\"author\":{\"name\":{\"_eq\":\"Ada\"}}}}}");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void three_roles_see_what_they_may() {
        String query = "{ author(order_by: {name: asc}) { name articles(order_by: {title: asc}) { title } } }";

        assertThat(engine.query("admin", query)).isEqualTo(json("""
                                {"data":{"author":[
                                  {"name":"Ada","articles":[{"title":"Engines"},{"title":"Looms"}]},
                                  {"name":"Ben","articles":[{"title":"Bees"}]}]}}
                                """));
        assertThat(engine.query("reader", "{ author { name articles { title } } article { title } }")
                        .toString())
                .contains("Looms")
                .doesNotContain("Bees");
        assertThat(engine.query("stranger", query).at("/errors/0/message").asText())
                .isEqualTo("field 'author' not found in type: 'query_root'");
        assertThat(engine.query("stranger", "{ no_queries_available }").has("data"))
                .isTrue();
    }

    @Test
    void a_source_that_breaks_and_heals_takes_its_fields_along() {
        engine.set("{\"downSources\":[\"default\"]}");
        assertThat(engine.query("reader", "{ author { name } }").has("errors")).isTrue();

        engine.run("{\"type\":\"reload_metadata\",\"args\":{}}");
        assertThat(engine.query("reader", "{ author { name } }")
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("field 'author' not found in type: 'query_root'");
        assertThat(engine.get("/healthz").text()).startsWith("WARN");

        engine.set("{\"downSources\":[]}");
        engine.run("{\"type\":\"reload_metadata\",\"args\":{\"reload_sources\":[\"default\"]}}");
        assertThat(engine.query("reader", "{ author { name } }").at("/data/author"))
                .hasSize(2);
        assertThat(engine.get("/healthz").text()).isEqualTo("OK");
    }

    @Test
    void customization_relationships_and_inherited_roles_work_together() {
        done(
                "pg_create_select_permission",
                "{\"table\":\"article\",\"role\":\"counter\",\"permission\":{\"columns\":[\"id\"],\"filter\":{},\"allow_aggregations\":true}}");
        done("add_inherited_role", "{\"role_name\":\"editor\",\"role_set\":[\"reader\",\"counter\"]}");
        done(
                "pg_update_source",
                "{\"name\":\"default\",\"customization\":{\"root_fields\":{\"namespace\":\"press\",\"prefix\":\"p_\",\"suffix\":\"_s\"},\"type_names\":{\"prefix\":\"P_\",\"suffix\":\"_S\"}}}");

        assertThat(engine.query("editor", """
                        { press { __typename
                            p_article_s(order_by: {id: asc}) { __typename id title }
                            p_author_s(where: {articles_aggregate: {count: {predicate: {_eq: 1}}}}) { name }
                            p_article_aggregate_s { aggregate { count } } } }
                        """)).isEqualTo(json("""
                        {"data":{"press":{"__typename":"P_press_query_S",
                          "p_article_s":[
                            {"__typename":"P_article_S","id":1,"title":"Looms"},
                            {"__typename":"P_article_S","id":2,"title":"Engines"},
                            {"__typename":"P_article_S","id":3,"title":null}],
                          "p_author_s":[{"name":"Ben"}],
                          "p_article_aggregate_s":{"aggregate":{"count":3}}}}}
                        """));
        assertThat(engine.query("editor", "{ article { id } }")
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("field 'article' not found in type: 'query_root'");
    }

    @Test
    void a_subscription_is_sent_to_websockets() {
        assertThat(engine.query("reader", "subscription { author { name } }")).isEqualTo(json("""
                        {"errors":[{"extensions":{"path":"$","code":"unexpected-payload"},
                          "message":"subscriptions are not supported over HTTP, use websockets instead"}]}
                        """));
    }

    @Test
    void reading_and_writing_at_the_same_time_never_shows_half_a_change() {
        List<Integer> sizes = Stream.iterate(0, i -> i < 40, i -> i + 1)
                .parallel()
                .map(i -> {
                    if (i % 4 == 0) {
                        engine.run("{\"type\":\"bulk\",\"args\":["
                                + "{\"type\":\"pg_untrack_table\",\"args\":{\"table\":\"author\",\"cascade\":true}},"
                                + "{\"type\":\"pg_track_table\",\"args\":{\"table\":\"author\"}}]}");
                    }
                    JsonNode tables = engine.export().at("/metadata/sources/0/tables");
                    return tables.size();
                })
                .distinct()
                .toList();

        assertThat(sizes).containsExactly(2);
    }

    private void done(String type, String args) {
        var answer = engine.run(type, json(args));
        assertThat(answer.body()).as(type).isEqualTo(json("{\"message\":\"success\"}"));
    }
}
