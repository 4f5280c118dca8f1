package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static io.outputport.engine.TestMetadata.metadata;
import static io.outputport.engine.TestMetadata.source;
import static io.outputport.engine.TestMetadata.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Costs, counters and switches; and what can be read about a source. */
class ControlTest {
    private static final String URL = TestDatabase.named(
                    "control",
                    "CREATE TABLE people (id int PRIMARY KEY, name text)",
                    "CREATE TABLE visits (id int8 PRIMARY KEY, person int NOT NULL REFERENCES people)",
                    "CREATE VIEW recent AS SELECT count(*) AS n FROM visits")
            .url();
    private final List<Long> pauses = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final TestEngine engine = TestEngine.start(
            EngineSettings.of(TestEngine.SECRET).withClock(now::get).withPause(pauses::add));

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void costs_are_added_up_when_they_are_not_waited_for() {
        engine.set(
                "{\"buildMillis\":100,\"buildMillisPerTable\":10,\"introspectionMillisPerSource\":1,\"sleep\":false}");

        engine.replace(
                metadata(source("a", URL, table("public", "people")), source("b", URL, table("public", "visits"))));
        engine.run("{\"type\":\"reload_metadata\",\"args\":{\"reload_sources\":[\"a\"]}}");

        assertThat(engine.stats()).isEqualTo(json("""
                                {"schemaBuilds":2,"metadataWrites":2,"conflicts":0,"introspections":3,"chargedMillis":243}
                                """));
        assertThat(pauses).isEmpty();
    }

    @Test
    void costs_are_waited_for_when_that_is_wanted() {
        engine.set("{\"buildMillis\":100,\"introspectionMillisPerSource\":7}");

        engine.replace(metadata(source("a", URL)));

        assertThat(pauses).containsExactly(7L, 100L);
        assertThat(engine.stats().path("chargedMillis").asInt()).isZero();
    }

    @Test
    void graphql_keeps_the_old_schema_for_a_while() {
        engine.set("{\"lateMillis\":5000}");
        engine.replace(metadata(source("a", URL, table("public", "people"))));
        now.set(Instant.EPOCH.plusMillis(3000));
        engine.replace(metadata(source("a", URL, table("public", "people"), table("public", "visits"))));

        assertThat(engine.schema().tables()).isEmpty();
        now.set(Instant.EPOCH.plusMillis(5000));
        assertThat(engine.schema().tables()).hasSize(1);
        now.set(Instant.EPOCH.plusMillis(8000));
        assertThat(engine.schema().tables()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{\"speed\":1}", "{\"sleep\":1}", "{\"buildMillis\":-1}", "{\"downSources\":\"a\"}"})
    void a_wrong_setting_is_refused_and_changes_nothing(String settings) {
        var answer = engine.post("/sandbox/settings", settings, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asText()).contains("buildMillis");
    }

    @Test
    void a_setting_leaves_the_others_as_they_are() {
        engine.set("{\"downSources\":[\"x\"],\"lateMillis\":3}");

        var answer = engine.post("/sandbox/settings", "{\"agentDown\":true}", Map.of());

        assertThat(answer.body()).isEqualTo(json("""
                                {"buildMillis":0,"buildMillisPerTable":0,"introspectionMillisPerSource":0,"sleep":true,
                                 "agentDown":true,"downSources":["x"],"lateMillis":3}
                                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg_get_source_tables", "postgres_get_source_tables", "get_source_tables"})
    void all_tables_of_a_source_can_be_listed(String type) {
        engine.replace(metadata(source("a", URL)));

        assertThat(engine.run(type, json("{\"source\":\"a\"}")).text())
                .isEqualTo("[{\"name\":\"people\",\"schema\":\"public\"},{\"name\":\"recent\",\"schema\":\"public\"},"
                        + "{\"name\":\"visits\",\"schema\":\"public\"}]");
    }

    @Test
    void a_table_is_described_as_it_was_when_its_source_was_looked_into() {
        engine.replace(metadata(source("a", URL)));

        assertThat(engine.run(
                                "pg_get_table_info",
                                json("{\"source\":\"a\",\"table\":{\"schema\":\"public\",\"name\":\"visits\"}}"))
                        .body())
                .isEqualTo(json("""
                                {"name":{"name":"visits","schema":"public"},"type":"table",
                                 "columns":[
                                   {"name":"id","type":"bigint","nullable":false,"insertable":true,"updatable":true},
                                   {"name":"person","type":"integer","nullable":false,"insertable":true,"updatable":true}],
                                 "primary_key":["id"],
                                 "foreign_keys":{"visits_person_fkey":{
                                   "foreign_table":{"name":"people","schema":"public"},"column_mapping":{"person":"id"}}},
                                 "insertable":true,"updatable":true,"deletable":true}
                                """));
        assertThat(engine.run("get_table_info", json("{\"source\":\"a\",\"table\":\"nope\"}"))
                        .text())
                .isEqualTo("null");
    }

    @Test
    void a_source_that_is_down_cannot_be_asked() {
        engine.set("{\"downSources\":[\"a\"]}");
        engine.replace(metadata(source("a", URL)));

        assertThat(engine.run("pg_get_source_tables", json("{\"source\":\"a\"}"))
                        .error())
                .isEqualTo("500 postgres-error $.args connection error");
        assertThat(engine.run("pg_get_table_info", json("{\"source\":\"a\",\"table\":\"people\"}"))
                        .error())
                .isEqualTo("400 unexpected $.args source with name \"a\" is inconsistent");
    }
}
