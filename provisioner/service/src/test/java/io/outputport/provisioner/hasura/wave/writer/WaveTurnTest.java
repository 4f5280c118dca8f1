package io.outputport.provisioner.hasura.wave.writer;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.HasuraStandIn;
import io.outputport.provisioner.hasura.metadata.HasuraStandIn.Fate;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.wave.entry.WriteVerdict;
import io.outputport.provisioner.hasura.wave.write.WaveBench;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing to a Hasura that others write to as well, that is slow, or that refuses. */
class WaveTurnTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final String OURS = "healthcare_vaccinations_0_postgres_db_health_aaaaaa";
    private static final String BROKEN_TABLE = """
            {"type":"table","name":"table health.shots in source %s","reason":"Inconsistent object: no such table/view",
            "definition":{"schema":"health","name":"shots"}}""".formatted(OURS);

    private final List<String> log = new ArrayList<>();
    private int pauses;

    @Test
    void a_new_port_is_written_once() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of())) {
            assertThat(bringAbout(hasura, PATIENT)).isEqualTo(Outcome.done(Change.CHANGED));

            assertThat(hasura.writes()).isOne();
            assertThat(hasura.export()).isEqualTo(Export.of().with(aPort().build()));
        }
    }

    @Test
    void what_is_there_already_is_not_written() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of().with(aPort().build()))) {
            assertThat(bringAbout(hasura, PATIENT)).isEqualTo(Outcome.done(Change.UNCHANGED));

            assertThat(hasura.writes()).isZero();
        }
    }

    @Test
    void columns_that_hasura_does_not_know_yet_are_a_reload_of_that_source_and_no_write() {
        Export export = Export.of().with(aPort().build());
        try (HasuraStandIn hasura = new HasuraStandIn(export).knowingColumns("id", "day")) {
            assertThat(bringAbout(hasura, PATIENT)).isEqualTo(Outcome.done(Change.CHANGED));

            assertThat(hasura.writes()).isZero();
            assertThat(hasura.operations()).contains("reload " + OURS);
        }
    }

    @Test
    void a_lost_race_is_run_again_on_what_the_others_wrote() {
        try (HasuraStandIn hasura =
                new HasuraStandIn(Export.of()).writing(Fate.OVERTAKEN, Fate.OVERTAKEN, Fate.OVERTAKEN)) {
            assertThat(bringAbout(hasura, PATIENT)).isEqualTo(Outcome.done(Change.CHANGED));

            assertThat(hasura.writes()).isEqualTo(4);
            assertThat(hasura.export().metadata()).contains("stranger7", "stranger8", "stranger9", OURS);
        }
    }

    @Test
    void ports_that_lose_race_after_race_wait_on_and_the_reason_is_known() {
        Fate[] always = new Fate[20];
        java.util.Arrays.fill(always, Fate.OVERTAKEN);
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).writing(always)) {
            MetadataChange change = change(aPort().build());
            try (WaveBench bench = new WaveBench(hasura, PATIENT)) {
                bench.carryOut(change);

                assertThat(bench.verdict(change)).isEmpty();
                assertThat(describe(bench.entries()
                                .giveUp(change, new WriteVerdict(Outcome.done(Change.UNCHANGED), List.of()))
                                .orElseThrow()
                                .outcome()))
                        .isEqualTo(
                                "later hasura-overtaken Somebody else keeps changing Hasura's metadata: 10 writes in a"
                                        + " row came too late, each time because of somebody else's.");
            }

            assertThat(hasura.writes()).isEqualTo(10);
            assertThat(hasura.export().metadata()).doesNotContain(OURS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITTEN_SILENTLY", "WRITTEN_LATE"})
    void a_write_that_took_effect_without_an_answer_is_not_sent_again(Fate fate) {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).writing(fate)) {
            assertThat(bringAbout(hasura, SHORT).isDone()).isTrue();

            assertThat(hasura.writes()).isOne();
            assertThat(hasura.export()).isEqualTo(Export.of().with(aPort().build()));
            assertThat(log).anyMatch(line -> line.contains("may still be building"));
        }
    }

    @Test
    void a_write_that_was_lost_is_told_once_the_wait_is_over_and_sent_again_when_it_is_asked_for_again() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).writing(Fate.LOST)) {
            assertThat(describe(bringAbout(hasura, SHORT)))
                    .isEqualTo(
                            "later hasura-unreachable Hasura took a write and did not answer it (it did not answer in"
                                    + " time), and its metadata have not changed since.");
            assertThat(hasura.writes()).isOne();
            assertThat(pauses).isGreaterThanOrEqualTo(2);

            assertThat(bringAbout(hasura, PATIENT)).isEqualTo(Outcome.done(Change.CHANGED));
            assertThat(hasura.version()).isEqualTo(8);
        }
    }

    @Test
    void a_gateway_that_gave_up_is_named_and_the_write_is_not_repeated_for_ever() {
        try (HasuraStandIn hasura =
                new HasuraStandIn(Export.of()).answeringWrites(504, "<html>Gateway Time-out</html>")) {
            assertThat(describe(bringAbout(hasura, SHORT)))
                    .isEqualTo("later hasura-failing A gateway before Hasura gave up waiting for its answer to a write"
                            + " (status 504), and Hasura's metadata have not changed since.");

            assertThat(hasura.writes()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Please log in</html>",
                " ",
                "{}",
                "[]",
                "{\"message\":\"success\"}",
                "{\"is_consistent\":true}"
            })
    void a_200_that_is_not_hasura_s_answer_to_a_write_is_no_write(String body) {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).answeringWrites(200, body)) {
            assertThat(describe(bringAbout(hasura, PATIENT)))
                    .isEqualTo(
                            "later hasura-failing Hasura does not answer as it should: status 200 and a body that is no"
                                    + " answer to replace_metadata.");
        }
    }

    @Test
    void a_write_that_was_said_to_be_done_counts_only_when_the_metadata_show_it() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).writing(Fate.SAID_ONLY)) {
            assertThat(describe(bringAbout(hasura, PATIENT)))
                    .isEqualTo(
                            "later hasura-not-stored Hasura said that it had taken the change, but its metadata do not"
                                    + " show it.");
        }
    }

    @Test
    void a_removal_that_was_only_said_to_be_done_is_none() {
        WantedPort port = aPort().build();
        MetadataChange removal = new MetadataChange(port.identity(), ROLE, Optional.empty());
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of().with(port)).writing(Fate.SAID_ONLY);
                WaveBench bench = new WaveBench(hasura, PATIENT)) {
            bench.carryOut(removal);

            assertThat(describe(bench.verdict(removal).orElseThrow().outcome())).startsWith("later hasura-not-stored");
        }
    }

    @Test
    void a_silent_write_that_broke_the_table_is_put_back_as_well() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of())
                .writing(Fate.WRITTEN_SILENTLY)
                .inconsistentWhile("shots", BROKEN_TABLE)) {
            assertThat(describe(bringAbout(hasura, SHORT))).startsWith("stopped hasura-inconsistent");

            assertThat(hasura.export().metadata()).doesNotContain("shots");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "413 | <html>too large</html> | stopped hasura-request-too-large The metadata is larger than Hasura, or a"
                        + " proxy before it, accepts (status 413).",
                "500 | {\"error\":\"Encountered conflicting definitions in the selection set\"} | stopped"
                        + " hasura-name-collision Hasura refused a name that is taken: Encountered conflicting definitions in"
                        + " the selection set.",
                "400 | {\"code\":\"access-denied\",\"error\":\"no\"} | stopped hasura-refused Hasura refused"
                        + " (access-denied): no.",
                "502 | <html>Bad Gateway</html> | later hasura-failing Hasura does not answer as it should: status 502"
                        + " and no JSON."
            })
    void what_hasura_refuses_is_said_in_words(int status, String body, String words) {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).answeringWrites(status, body)) {
            assertThat(describe(bringAbout(hasura, PATIENT))).isEqualTo(words);
        }
    }

    @Test
    void a_table_that_hasura_cannot_serve_is_put_back_and_the_reason_told() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).inconsistentWhile("shots", BROKEN_TABLE)) {
            assertThat(describe(bringAbout(hasura, PATIENT)))
                    .isEqualTo("stopped hasura-inconsistent Hasura cannot serve the table: Inconsistent object: no such"
                            + " table/view.");

            assertThat(hasura.export()).isEqualTo(Export.of());
            assertThat(log).containsExactly("Put back to what it was before.");
        }
    }

    @Test
    void a_changed_port_that_broke_gets_the_entry_back_that_it_had() {
        Export before = Export.of().with(aPort().build());
        try (HasuraStandIn hasura = new HasuraStandIn(before).inconsistentWhile("hop_find", BROKEN_TABLE)) {
            Outcome<Change> outcome =
                    bringAbout(hasura, PATIENT, aPort().selectedBy("find").build());

            assertThat(describe(outcome)).startsWith("stopped hasura-inconsistent");
            assertThat(hasura.export()).isEqualTo(before);
        }
    }

    @Test
    void a_source_that_is_dead_as_a_whole_is_waited_for() {
        String dead =
                "{\"type\":\"source\",\"name\":\"source %s\",\"definition\":\"%s\",\"reason\":\"Inconsistent object:"
                        + " connection error\"}";
        try (HasuraStandIn hasura =
                new HasuraStandIn(Export.of()).inconsistentWhile(OURS, dead.formatted(OURS, OURS))) {
            assertThat(describe(bringAbout(hasura, PATIENT)))
                    .isEqualTo("later hasura-inconsistent Hasura cannot use source " + OURS
                            + " at the moment: Inconsistent object: connection error.");

            assertThat(hasura.export().metadata()).contains("shots");
        }
    }

    @Test
    void a_source_of_others_that_our_write_broke_is_reloaded() {
        String dead = "{\"type\":\"source\",\"name\":\"source default\",\"definition\":\"default\",\"reason\":\"x\"}";
        Export export = Export.of("{\"name\":\"default\",\"kind\":\"postgres\",\"tables\":[],\"configuration\":{}}");
        try (HasuraStandIn hasura =
                new HasuraStandIn(export).inconsistentWhile("shots", dead).healedByReloading("default")) {
            assertThat(bringAbout(hasura, PATIENT)).isEqualTo(Outcome.done(Change.CHANGED));

            assertThat(hasura.operations()).containsOnlyOnce("reload default");
        }
    }

    @Test
    void a_reload_of_others_that_hangs_holds_up_no_verdict() {
        String dead = "{\"type\":\"source\",\"name\":\"source default\",\"definition\":\"default\",\"reason\":\"x\"}";
        Export export = Export.of("{\"name\":\"default\",\"kind\":\"postgres\",\"tables\":[],\"configuration\":{}}");
        MetadataChange change = change(aPort().build());
        try (HasuraStandIn hasura = new HasuraStandIn(export).inconsistentWhile("shots", dead);
                WaveBench bench = new WaveBench(hasura, PATIENT).reloadingBy(never -> {})) {
            bench.carryOut(change);

            WriteVerdict verdict = bench.verdict(change).orElseThrow();
            assertThat(verdict.outcome()).isEqualTo(Outcome.done(Change.CHANGED));
            assertThat(verdict.notes()).anyMatch(note -> note.contains("still is; it is reloaded until it is back"));
        }
    }

    @Test
    void what_was_inconsistent_before_our_write_is_left_alone() {
        String dead = "{\"type\":\"source\",\"name\":\"source default\",\"definition\":\"default\",\"reason\":\"x\"}";
        Export export = Export.of("{\"name\":\"default\",\"kind\":\"postgres\",\"tables\":[],\"configuration\":{}}");
        try (HasuraStandIn hasura = new HasuraStandIn(export).inconsistentWhile("default", dead)) {
            assertThat(bringAbout(hasura, PATIENT)).isEqualTo(Outcome.done(Change.CHANGED));

            assertThat(hasura.operations()).noneMatch(operation -> operation.startsWith("reload"));
        }
    }

    private Outcome<Change> bringAbout(HasuraStandIn hasura, Duration writeTimeout) {
        return bringAbout(hasura, writeTimeout, aPort().build());
    }

    private Outcome<Change> bringAbout(HasuraStandIn hasura, Duration writeTimeout, WantedPort port) {
        try (WaveBench bench = new WaveBench(hasura, writeTimeout)) {
            bench.pausing(length -> {
                pauses++;
                return true;
            });
            bench.carryOut(change(port));
            return bench.verdict(change(port))
                    .map(verdict -> {
                        log.addAll(verdict.notes());
                        return verdict.outcome();
                    })
                    .orElseGet(() -> Outcome.waiting(Duration.ZERO, "Waits on."));
        }
    }

    private static MetadataChange change(WantedPort wanted) {
        return new MetadataChange(wanted.identity(), ROLE, Optional.of(wanted));
    }

    private static String describe(Outcome<?> outcome) {
        return outcome.match(
                value -> "done " + value,
                (after, problem) -> "later " + problem.code() + " " + problem.message(),
                problems -> "stopped " + problems.get(0).code() + " "
                        + problems.get(0).message());
    }
}
