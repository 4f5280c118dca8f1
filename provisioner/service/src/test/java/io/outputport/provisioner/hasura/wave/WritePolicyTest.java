package io.outputport.provisioner.hasura.wave;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.wave.cost.Effort;
import io.outputport.provisioner.hasura.wave.cost.WriteCosts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole document, or single commands: decided by what is touched and by what each costs, not by taste. */
class WritePolicyTest {
    private static final String SOURCE = "healthcare_vaccinations_0_postgres_db_health_aaaaaa";
    private static final WantedPortBuilder OLD = aPort().named("old").over("health", "cases");
    private static final Export THERE = Export.of().with(OLD.build());
    private static final Export NEIGHBOURS = neighbours(20, 0);
    private static final Export BUSY = neighbours(20, 1000);

    private static final String ADD = "pg_add_source";
    private static final String TRACK = "pg_track_table";
    private static final String TRACK_ALL = "pg_track_tables";
    private static final String CUSTOMIZE = "pg_set_table_customization";
    private static final String GRANT = "pg_create_select_permission";
    private static final String REVOKE = "pg_drop_select_permission";
    private static final String REPLACE = "replace";

    private static final WriteCosts UNKNOWN = WriteCosts.NOTHING_LEARNED;
    /** A table costs a build 1 ms, a look into a source 10 s. */
    private static final WriteCosts DEAR_LOOKS = learned(0.001, 10);
    /** A table costs a build 100 ms, a look into a source 1 ms. */
    private static final WriteCosts DEAR_BUILDS = learned(0.1, 0.001);

    private static Stream<Arguments> forced() {
        MetadataChange added = wanted(aPort());
        MetadataChange another = wanted(aPort().named("more").over("health", "tests"));
        MetadataChange renamed =
                wanted(aPort().named("old").over("health", "cases").selectedBy("find"));
        MetadataChange narrowed =
                wanted(aPort().named("old").over("health", "cases").withColumns("id"));
        MetadataChange both = wanted(
                aPort().named("old").over("health", "cases").selectedBy("find").withColumns("id"));
        MetadataChange gone = new MetadataChange(OLD.identity(), OLD.role(), Optional.empty());
        return Stream.of(
                Arguments.of("a new source", Export.of(), List.of(added), steps(ADD, TRACK, GRANT)),
                Arguments.of("a new port in an old source", THERE, List.of(added), steps(TRACK, GRANT)),
                Arguments.of(
                        "two new ports in a new source",
                        Export.of(),
                        List.of(added, another),
                        steps(ADD, TRACK_ALL, GRANT, GRANT)),
                Arguments.of("other names", THERE, List.of(renamed), steps(CUSTOMIZE)),
                Arguments.of("other columns", THERE, List.of(narrowed), steps(REVOKE, GRANT)),
                Arguments.of("both", THERE, List.of(both), steps(CUSTOMIZE, REVOKE, GRANT)),
                Arguments.of("the last port goes", THERE, List.of(gone), steps("pg_untrack_table", "pg_drop_source")),
                Arguments.of(
                        "one goes and another takes its place",
                        THERE,
                        List.of(added, gone),
                        steps("pg_untrack_table", TRACK, GRANT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forced")
    void single_commands_say_the_same_as_the_document(
            String what, Export before, List<MetadataChange> changes, String steps) {
        assertThat(chosen(WritePolicy.BULK, before, changes, WritePolicy.Cached.ALL, DEAR_BUILDS))
                .isEqualTo(steps);
        assertThat(chosen(WritePolicy.REPLACE, before, changes, WritePolicy.Cached.ALL, DEAR_LOOKS))
                .isEqualTo(REPLACE);
    }

    private static Stream<Arguments> cases() {
        List<MetadataChange> one = List.of(wanted(aPort()));
        List<MetadataChange> ten = many(10);
        List<MetadataChange> fifty = many(50);
        List<MetadataChange> renamed =
                List.of(wanted(aPort().named("old").over("health", "cases").selectedBy("find")));
        return Stream.of(
                Arguments.of("a new port, small Hasura, nothing learned", NEIGHBOURS, one, UNKNOWN, "bulk", 3, 0.6),
                Arguments.of("the same, looks are dear", NEIGHBOURS, one, DEAR_LOOKS, "bulk", 3, 20.0),
                Arguments.of("the same, builds are dear", NEIGHBOURS, one, DEAR_BUILDS, "bulk", 3, 0.3),
                Arguments.of("a new port, large Hasura, nothing learned", BUSY, one, UNKNOWN, "replace", 1, 21.3),
                Arguments.of("the same, looks are dear", BUSY, one, DEAR_LOOKS, "bulk", 3, 23.0),
                Arguments.of("the same, builds are dear", BUSY, one, DEAR_BUILDS, "replace", 1, 100.1),
                Arguments.of("a tidy change, nothing learned", THERE, renamed, UNKNOWN, "bulk", 1, 0.0),
                Arguments.of("ten ports, nothing learned", NEIGHBOURS, ten, UNKNOWN, "bulk", 12, 2.4),
                Arguments.of("ten ports, builds are dear", NEIGHBOURS, ten, DEAR_BUILDS, "replace", 1, 1.0),
                Arguments.of("fifty ports, nothing learned", NEIGHBOURS, fifty, UNKNOWN, "replace", 1, 7.0),
                Arguments.of("fifty ports, looks are dear", NEIGHBOURS, fifty, DEAR_LOOKS, "bulk", 52, 22.6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_cheaper_way_is_taken(
            String what,
            Export before,
            List<MetadataChange> changes,
            WriteCosts costs,
            String way,
            int builds,
            double seconds) {
        WriteWay chosen = way(WritePolicy.AUTO, before, changes, WritePolicy.Cached.ALL, costs);

        assertThat(chosen.word()).isEqualTo(way);
        assertThat(chosen.effort().builds()).isEqualTo(builds);
        assertThat(costs.seconds(chosen.effort()))
                .isCloseTo(seconds, org.assertj.core.data.Offset.offset(0.05 + seconds / 20));
    }

    @Test
    void a_source_that_the_cache_has_lost_is_never_written_by_commands() {
        assertThat(chosen(WritePolicy.BULK, THERE, List.of(wanted(aPort())), lacking(Set.of(SOURCE), ""), UNKNOWN))
                .isEqualTo(REPLACE);
    }

    @Test
    void nor_is_one_added_whose_name_hasura_calls_inconsistent_although_the_metadata_do_not_hold_it() {
        assertThat(chosen(
                        WritePolicy.BULK, Export.of(), List.of(wanted(aPort())), lacking(Set.of(SOURCE), ""), UNKNOWN))
                .isEqualTo(REPLACE);
    }

    @Test
    void nor_is_a_table_that_it_has_lost() {
        assertThat(chosen(
                        WritePolicy.BULK,
                        THERE,
                        List.of(new MetadataChange(OLD.identity(), OLD.role(), Optional.empty())),
                        lacking(Set.of(), "cases"),
                        UNKNOWN))
                .isEqualTo(REPLACE);
    }

    @Test
    void a_dead_source_of_others_is_tried_again_at_each_build() {
        WriteWay way =
                way(WritePolicy.BULK, Export.of(), List.of(wanted(aPort())), lacking(Set.of("other"), ""), UNKNOWN);

        assertThat(way.effort()).isEqualTo(new Effort(3, 2 + 3, 1));
    }

    private static String chosen(
            WritePolicy policy,
            Export before,
            List<MetadataChange> changes,
            WritePolicy.Cached cached,
            WriteCosts costs) {
        return way(policy, before, changes, cached, costs)
                .bulk()
                .map(steps -> steps(steps.stream().map(BulkStep::type).toArray(String[]::new)))
                .orElse(REPLACE);
    }

    private static WriteWay way(
            WritePolicy policy,
            Export before,
            List<MetadataChange> changes,
            WritePolicy.Cached cached,
            WriteCosts costs) {
        return policy.way(Wave.of(changes, before.actual()).edits(), before.actual(), cached, costs);
    }

    private static String steps(String... types) {
        return String.join(" ", types);
    }

    private static WritePolicy.Cached lacking(Set<String> sources, String table) {
        return new WritePolicy.Cached() {
            @Override
            public Set<String> deadSources() {
                return sources;
            }

            @Override
            public boolean isBroken(String source, JsonNode name) {
                return name.path("name").asText().equals(table);
            }
        };
    }

    /** As if many writes had shown exactly that. */
    private static WriteCosts learned(double build, double look) {
        WriteCosts costs = WriteCosts.NOTHING_LEARNED;
        List<Effort> efforts = List.of(new Effort(3, 2, 10), new Effort(1, 20, 10), new Effort(2, 0, 10));
        for (int write = 0; write < 30; write++) {
            Effort effort = efforts.get(write % efforts.size());
            double seconds = effort.builds() * effort.tables() * build + effort.looks() * look;
            costs = costs.with(effort, Duration.ofNanos(Math.round(seconds * 1e9)));
        }
        return costs;
    }

    private static List<MetadataChange> many(int ports) {
        List<MetadataChange> changes = new ArrayList<>();
        for (int port = 0; port < ports; port++) {
            changes.add(wanted(aPort().named("port" + port).over("health", "view" + port)));
        }
        return changes;
    }

    private static Export neighbours(int sources, int tables) {
        return Export.of(IntStream.range(0, sources)
                .mapToObj(source -> "{\"name\":\"neighbour_" + source + "\",\"kind\":\"postgres\",\"tables\":["
                        + String.join(
                                ",",
                                IntStream.range(0, tables / sources)
                                        .mapToObj(table ->
                                                "{\"table\":{\"schema\":\"public\",\"name\":\"t" + table + "\"}}")
                                        .toList())
                        + "],\"configuration\":{}}")
                .toArray(String[]::new));
    }

    private static MetadataChange wanted(WantedPortBuilder port) {
        WantedPort wanted = port.build();
        return new MetadataChange(wanted.identity(), port.role(), Optional.of(wanted));
    }
}
