package io.outputport.provisioner.hasura.wave.write;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.HasuraStandIn;
import io.outputport.provisioner.hasura.metadata.HasuraStandIn.Fate;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many ports in one write: what Hasura refuses, what it cannot serve, and what a dead writer has left. */
class WaveStoryTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final int PORTS = 16;

    private final MetadataChange[] ports = IntStream.range(0, PORTS)
            .mapToObj(number -> wanted(aPort().named("p" + number).over("health", "view" + number)))
            .toArray(MetadataChange[]::new);
    private HasuraStandIn hasura = new HasuraStandIn(Export.of());
    private WaveBench bench = new WaveBench(hasura, PATIENT);

    @AfterEach
    void close() {
        bench.close();
        hasura.close();
    }

    @Test
    void all_that_wait_are_one_write_and_every_task_is_woken() {
        bench.carryOut(ports);

        assertThat(hasura.writes()).isOne();
        assertThat(verdicts()).containsOnly("done");
        assertThat(bench.woken()).hasSize(PORTS);
    }

    @Test
    void culprits_that_hasura_names_cost_one_further_write() {
        for (int culprit : List.of(3, 7, 11)) {
            hasura.inconsistentWhile("\"view" + culprit + "\"", """
                    {"type":"table","name":"table health.view%1$d in source %2$s","reason":"gone",
                    "definition":{"schema":"health","name":"view%1$d"}}""".formatted(culprit, SOURCE));
        }

        bench.carryOut(ports);

        assertThat(hasura.writes()).isEqualTo(2);
        assertThat(failed()).containsExactly(3, 7, 11);
        assertThat(hasura.export().metadata()).contains("view2").doesNotContain("view3", "view7", "\"view11\"");
    }

    @Test
    void names_in_a_refusal_are_out_and_the_others_go_again_at_once() {
        hasura.answeringWrites(500, """
                {"code":"unexpected","error":"Encountered conflicting definitions in the selection set for 'query_root' for
                 fields: ['healthcare_vaccinations_0_p4_select' defined in [a, b], 'healthcare_vaccinations_0_p9_agg' defined
                 in [a, c]]."}""".replace("\n", ""));

        bench.carryOut(ports);

        assertThat(failed()).containsExactly(4, 9);
        assertThat(hasura.operations().stream().filter("replace_metadata"::equals))
                .hasSize(2);
    }

    @Test
    void where_a_refusal_names_nobody_halving_finds_the_culprits_in_the_promised_number_of_writes() {
        hasura.refusingWhile("\"view5\"", 400, "{\"code\":\"unexpected\",\"error\":\"something is wrong\"}");
        hasura.refusingWhile("\"view12\"", 400, "{\"code\":\"unexpected\",\"error\":\"something is wrong\"}");

        bench.carryOut(ports);

        int culprits = 2;
        assertThat(failed()).containsExactly(5, 12);
        assertThat(hasura.writes()).isLessThanOrEqualTo(2L * culprits * 4 + 1);
    }

    @Test
    void a_document_that_is_too_long_with_any_port_refuses_all_without_trying_each() {
        hasura.refusingWhile("\"view", 413, "<html>");

        bench.carryOut(ports);

        assertThat(verdicts()).allMatch(verdict -> verdict.startsWith("stopped hasura-request-too-large"));
        assertThat(hasura.writes()).isEqualTo(5);
    }

    @Test
    void a_culprit_alone_hears_that_it_was_put_back() {
        hasura.inconsistentWhile("\"view5\"", """
                {"type":"table","name":"table health.view5 in source %s","reason":"gone",
                "definition":{"schema":"health","name":"view5"}}""".formatted(SOURCE));

        bench.carryOut(ports);

        for (int port = 0; port < PORTS; port++) {
            List<String> notes = bench.verdict(ports[port]).orElseThrow().notes();
            assertThat(notes).hasSize(port == 5 ? 1 : 0);
        }
    }

    @Test
    void what_a_dead_writer_wrote_is_judged_and_put_back_by_the_next() {
        bench.carryOut(ports[0]);
        bench.entries().withdraw(ports[0].identity().component());
        Export before = hasura.export();
        bench.entries().put(ports[1], Optional.empty());
        var claimed = bench.writer().claim("dead", 10);
        WaveMembers members = WaveMembers.of(claimed, before.document());
        bench.writer()
                .prepare(
                        members.members().stream()
                                .map(member -> member.entry().with(member.previous()))
                                .toList(),
                        List.of());
        hasura.nowHolding(before.edited(members.wave().edits()));
        hasura.inconsistentWhile("\"view1\"", """
                {"type":"table","name":"table health.view1 in source %s","reason":"gone",
                "definition":{"schema":"health","name":"view1"}}""".formatted(SOURCE));

        bench.wave();

        assertThat(verdict(ports[1])).startsWith("stopped hasura-inconsistent");
        assertThat(hasura.export()).isEqualTo(before);
    }

    @Test
    void ports_that_lost_every_race_are_all_there_with_the_first_write_after_it_stops() {
        Fate[] races = new Fate[10];
        java.util.Arrays.fill(races, Fate.OVERTAKEN);
        hasura.writing(races);
        bench.carryOut(ports);
        assertThat(bench.woken()).isEmpty();
        long writes = hasura.writes();

        bench.wave();

        assertThat(hasura.writes()).isEqualTo(writes + 1);
        assertThat(verdicts()).containsOnly("done");
        assertThat(hasura.export().metadata()).contains("stranger7", "stranger16");
    }

    private static final String SOURCE = "healthcare_vaccinations_0_postgres_db_health_aaaaaa";

    private List<String> verdicts() {
        return List.of(ports).stream().map(this::verdict).toList();
    }

    private List<Integer> failed() {
        List<String> verdicts = verdicts();
        assertThat(verdicts).allMatch(verdict -> verdict.equals("done") || verdict.startsWith("stopped"));
        return IntStream.range(0, PORTS)
                .filter(number -> verdicts.get(number).startsWith("stopped"))
                .boxed()
                .toList();
    }

    private String verdict(MetadataChange port) {
        return bench.verdict(port).map(verdict -> describe(verdict.outcome())).orElse("waits");
    }

    private static String describe(Outcome<Change> outcome) {
        return outcome.match(
                change -> "done",
                (after, problem) -> "later " + problem.code(),
                problems -> "stopped " + problems.get(0).code());
    }

    private static MetadataChange wanted(WantedPortBuilder port) {
        WantedPort wanted = port.build();
        return new MetadataChange(wanted.identity(), port.role(), Optional.of(wanted));
    }
}
