package io.outputport.provisioner.hasura.wave;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole document, or single commands: decided by what is touched, not by taste. */
class WritePolicyTest {
    private static final String SOURCE = "healthcare_vaccinations_0_postgres_db_health_aaaaaa";
    private static final WantedPortBuilder OLD = aPort().named("old").over("health", "cases");
    private static final Export THERE = Export.of().with(OLD.build());

    private static Stream<Arguments> cases() {
        MetadataChange added = wanted(aPort());
        MetadataChange another = wanted(aPort().named("more").over("health", "tests"));
        MetadataChange renamed =
                wanted(aPort().named("old").over("health", "cases").selectedBy("find"));
        MetadataChange narrowed =
                wanted(aPort().named("old").over("health", "cases").withColumns("id"));
        MetadataChange both = wanted(
                aPort().named("old").over("health", "cases").selectedBy("find").withColumns("id"));
        MetadataChange gone = new MetadataChange(OLD.identity(), OLD.role(), Optional.empty());
        MetadataChange moved = wanted(aPort().named("old").over("archive", "cases"));
        String track = "pg_track_table";
        String customize = "pg_set_table_customization";
        String grant = "pg_create_select_permission";
        String revoke = "pg_drop_select_permission";
        return Stream.of(
                Arguments.of("a new source", WritePolicy.AUTO, Export.of(), List.of(added), "replace"),
                Arguments.of("a new source, forced", WritePolicy.BULK, Export.of(), List.of(added), "replace"),
                Arguments.of(
                        "a new port in an old source", WritePolicy.AUTO, THERE, List.of(added), track + " " + grant),
                Arguments.of("the same, forbidden", WritePolicy.REPLACE, THERE, List.of(added), "replace"),
                Arguments.of("two new ports", WritePolicy.AUTO, THERE, List.of(added, another), "replace"),
                Arguments.of(
                        "two new ports, forced",
                        WritePolicy.BULK,
                        THERE,
                        List.of(added, another),
                        track + " " + grant + " " + track + " " + grant),
                Arguments.of("other names", WritePolicy.AUTO, THERE, List.of(renamed), customize),
                Arguments.of("other columns", WritePolicy.AUTO, THERE, List.of(narrowed), revoke + " " + grant),
                Arguments.of("both", WritePolicy.AUTO, THERE, List.of(both), "replace"),
                Arguments.of(
                        "the last port goes",
                        WritePolicy.AUTO,
                        THERE,
                        List.of(gone),
                        "pg_untrack_table pg_drop_source"),
                Arguments.of("another source", WritePolicy.AUTO, THERE, List.of(moved), "replace"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void chosen(String what, WritePolicy policy, Export before, List<MetadataChange> changes, String steps) {
        assertThat(chosen(policy, before, changes, Set.of(), (source, table) -> false))
                .isEqualTo(steps);
    }

    @Test
    void a_source_that_the_cache_has_lost_is_never_written_by_commands() {
        assertThat(chosen(WritePolicy.BULK, THERE, List.of(wanted(aPort())), Set.of(SOURCE), (source, table) -> false))
                .isEqualTo("replace");
    }

    @Test
    void nor_is_a_table_that_it_has_lost() {
        assertThat(chosen(
                        WritePolicy.BULK,
                        THERE,
                        List.of(new MetadataChange(OLD.identity(), OLD.role(), Optional.empty())),
                        Set.of(),
                        (source, table) -> table.path("name").asText().equals("cases")))
                .isEqualTo("replace");
    }

    private static String chosen(
            WritePolicy policy,
            Export before,
            List<MetadataChange> changes,
            Set<String> dead,
            WritePolicy.BrokenTables broken) {
        return policy.bulk(Wave.of(changes, before.actual()).edits(), before.actual(), dead, broken)
                .map(steps ->
                        String.join(" ", steps.stream().map(BulkStep::type).toList()))
                .orElse("replace");
    }

    private static MetadataChange wanted(WantedPortBuilder port) {
        WantedPort wanted = port.build();
        return new MetadataChange(wanted.identity(), port.role(), Optional.of(wanted));
    }
}
