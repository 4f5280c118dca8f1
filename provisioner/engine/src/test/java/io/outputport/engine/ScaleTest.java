package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static io.outputport.engine.TestMetadata.metadata;
import static io.outputport.engine.TestMetadata.readableBy;
import static io.outputport.engine.TestMetadata.source;
import static io.outputport.engine.TestMetadata.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each way of writing costs on a Hasura with sources and tables of other teams. */
class ScaleTest {
    private static final String OURS =
            TestDatabase.named("scale_ours", views(40)).url();
    private static final String THEIRS =
            TestDatabase.named("scale_theirs", views(40)).url();
    private final TestEngine engine = TestEngine.whole();

    /** Two sources of others with ten tables each, and an empty one of ours: 20 tables cost 200 ms a build. */
    @BeforeEach
    void neighbours() {
        engine.replace(metadata(
                source("theirs", THEIRS, tables(0, 10)),
                source("others", THEIRS, tables(10, 20)),
                source("ours", OURS)));
        engine.set("{\"buildMillis\":5,\"buildMillisPerTable\":10,\"introspectionMillisPerSource\":1000,"
                + "\"sleep\":false}");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void one_replace_is_one_build_and_a_look_into_every_source() {
        JsonNode metadata = engine.export().path("metadata").deepCopy();
        ((ArrayNode) metadata.path("sources").path(1).path("tables")).addAll(List.of(tables(0, 30)));

        Cost cost = costOf(() -> engine.replace(metadata));

        assertThat(cost).isEqualTo(new Cost(1, 1, 3, 5 + 50 * 10 + 3 * 1000));
    }

    @Test
    void a_bulk_is_one_write_a_build_for_each_step_and_no_look_into_sources_of_others() {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        steps.add(track("v0")).add(permit("v0", "reader"));

        Cost cost = costOf(() -> engine.run("bulk", steps));

        assertThat(cost).isEqualTo(new Cost(2, 1, 1, 2 * (5 + 21 * 10) + 1000));
    }

    @Test
    void one_call_after_another_is_a_write_and_a_build_for_each() {
        Cost cost = costOf(() -> {
            engine.run("pg_add_source", source("third", OURS).without("kind"));
            engine.run(track("v0").toString());
            engine.run(permit("v0", "reader").toString());
        });

        assertThat(cost).isEqualTo(new Cost(3, 3, 2, (5 + 200) + 2 * (5 + 210) + 2 * 1000));
    }

    @Test
    void what_is_there_already_costs_no_build() {
        engine.run(track("v0").toString());

        Cost cost = costOf(() -> {
            engine.run("pg_add_source", source("ours", OURS).without("kind"));
            engine.run(track("v0").toString());
            engine.run("{\"type\":\"export_metadata\",\"args\":{}}");
            engine.run("{\"type\":\"get_inconsistent_metadata\",\"args\":{}}");
        });

        assertThat(cost).isEqualTo(new Cost(0, 0, 0, 0));
    }

    @Test
    void a_reload_looks_into_the_sources_that_it_names() {
        Cost named = costOf(() ->
                engine.run("reload_metadata", json("{\"reload_sources\":[\"ours\"],\"reload_remote_schemas\":false}")));
        Cost all = costOf(() -> engine.run("reload_metadata", json("{}")));

        assertThat(named).isEqualTo(new Cost(1, 1, 1, 205 + 1000));
        assertThat(all).isEqualTo(new Cost(1, 1, 3, 205 + 3 * 1000));
    }

    @Test
    void a_source_that_is_down_is_looked_into_at_every_build() {
        engine.set("{\"downSources\":[\"theirs\"]}");
        engine.run("reload_metadata", json("{\"reload_sources\":[\"theirs\"]}"));

        Cost cost = costOf(() -> engine.run(permitAfterTracking("v1")));

        assertThat(cost.introspections()).isEqualTo(1 + 2);
    }

    @Test
    void a_bulk_that_adds_a_source_builds_for_each_step_and_looks_into_that_source_alone() {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        steps.add(add("new")).add(inside("new", track("v0"))).add(inside("new", permit("v0", "reader")));

        Cost cost = costOf(() -> engine.run("bulk", steps));

        assertThat(cost).isEqualTo(new Cost(3, 1, 2, 3 * 5 + (20 + 21 + 21) * 10 + 2 * 1000));
        assertThat(engine.query("reader", "{ours_v0{id}}").has("errors")).isFalse();
    }

    @Test
    void a_bulk_that_adds_a_source_is_refused_where_there_is_one_of_that_name() {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        steps.add(add("theirs"));

        assertThat(engine.run("bulk", steps).error())
                .isEqualTo("400 already-exists $.args[0].args source with name \"theirs\" already exists");
    }

    private static ObjectNode add(String source) {
        return TestEngine.command("pg_add_source", source(source, OURS).without("kind"));
    }

    private static ObjectNode inside(String source, ObjectNode command) {
        ((ObjectNode) command.path("args")).put("source", source);
        return command;
    }

    @Test
    void a_step_that_is_refused_takes_back_those_before_it() {
        JsonNode before = engine.export().path("metadata");
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        steps.add(track("v0")).add(permit("v0", "reader")).add(track("no_such_view"));

        int status = engine.run("bulk", steps).status();

        assertThat(status).isEqualTo(400);
        assertThat(engine.export().path("metadata")).isEqualTo(before);
        assertThat(engine.query("reader", "{ours_v0{id}}").has("errors")).isTrue();
    }

    @Test
    void a_change_in_one_source_leaves_what_others_serve() {
        engine.replace(metadata(
                source(
                        "theirs",
                        THEIRS,
                        readableBy(named("v0", "theirs_v0"), "neighbour", "{\"columns\":[\"id\"],\"filter\":{}}")),
                source("ours", OURS)));

        engine.run(track("v0").toString());
        engine.run(permit("v0", "reader").toString());
        engine.run(
                "pg_set_table_customization",
                onTable("v0").set("configuration", json("{\"custom_name\":\"renamed\"}")));

        assertThat(engine.query("neighbour", "{theirs_v0{id}}").path("data").path("theirs_v0"))
                .isEmpty();
        assertThat(engine.query("neighbour", "{theirs_v0{id}}").has("errors")).isFalse();
        assertThat(engine.query("reader", "{renamed{id}}").has("errors")).isFalse();
        assertThat(engine.query("reader", "{theirs_v0{id}}").has("errors")).isTrue();
    }

    @Test
    void a_name_that_another_source_has_taken_is_found_although_that_source_did_not_change() {
        engine.replace(metadata(source("theirs", THEIRS, named("v0", "taken")), source("ours", OURS)));
        ObjectNode clash = onTable("v0");
        clash.set("configuration", json("{\"custom_name\":\"taken\"}"));

        assertThat(engine.run("pg_track_table", clash).error())
                .startsWith("500 unexpected")
                .contains("table v0 in source theirs", "table v0 in source ours");
    }

    private Cost costOf(Runnable work) {
        Cost before = cost();
        work.run();
        return cost().less(before);
    }

    private Cost cost() {
        JsonNode stats = engine.stats();
        return new Cost(
                stats.path("schemaBuilds").asInt(),
                stats.path("metadataWrites").asInt(),
                stats.path("introspections").asInt(),
                stats.path("chargedMillis").asInt());
    }

    private static String permitAfterTracking(String view) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        steps.add(track(view)).add(permit(view, "reader"));
        return TestEngine.command("bulk", steps).toString();
    }

    private static ObjectNode track(String view) {
        return TestEngine.command(
                "pg_track_table", onTable(view).set("configuration", json("{\"custom_name\":\"ours_" + view + "\"}")));
    }

    private static ObjectNode permit(String view, String role) {
        ObjectNode args = onTable(view).put("role", role);
        args.set("permission", json("{\"columns\":\"*\",\"filter\":{}}"));
        return TestEngine.command("pg_create_select_permission", args);
    }

    private static ObjectNode onTable(String view) {
        return table("public", view).put("source", "ours");
    }

    private static ObjectNode named(String view, String name) {
        return table("public", view, "{\"custom_name\":\"" + name + "\"}");
    }

    private static JsonNode[] tables(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> named("v" + i, "t" + from + "_" + to + "_" + i))
                .toArray(JsonNode[]::new);
    }

    private static String[] views(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "CREATE VIEW v" + i + " AS SELECT 1 AS id WHERE false")
                .toArray(String[]::new);
    }

    private record Cost(int builds, int writes, int introspections, int chargedMillis) {
        Cost less(Cost other) {
            return new Cost(
                    builds - other.builds,
                    writes - other.writes,
                    introspections - other.introspections,
                    chargedMillis - other.chargedMillis);
        }
    }
}
