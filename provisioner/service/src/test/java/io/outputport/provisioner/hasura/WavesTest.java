package io.outputport.provisioner.hasura;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.hasura.confirm.ConfirmTimeout;
import io.outputport.provisioner.hasura.confirm.Confirmation;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraStandIn;
import io.outputport.provisioner.hasura.metadata.HasuraStandIn.Fate;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.wave.aftermath.Aftermath;
import io.outputport.provisioner.hasura.wave.write.WaveBench;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a task waits for its wave, and what it is told when it may wait no longer. */
class WavesTest {
    private final HasuraStandIn hasura = new HasuraStandIn(Export.of());
    private final WaveBench bench = new WaveBench(hasura, Duration.ofSeconds(20)).pausing(length -> true);
    private final HasuraClient client = hasura.client(Duration.ofSeconds(20));
    private final Confirmation confirmation =
            new Confirmation(client, new ConfirmTimeout(Duration.ofMinutes(5), InstantSource.system()), length -> true);
    private final Waves waves = new Waves(bench.entries(), client, new Aftermath(client), confirmation, () -> {});
    private final MetadataChange change = change(aPort().build());
    private Duration left = Duration.ofMinutes(5);
    private int operationsBefore;

    @AfterEach
    void close() {
        bench.close();
        hasura.close();
    }

    @Test
    void while_there_is_time_it_waits_but_not_longer_than_there_is() {
        left = Duration.ofSeconds(7);

        assertThat(bringAbout()).isEqualTo("later task-waiting after 7 s");
        left = Duration.ofHours(1);
        assertThat(bringAbout()).isEqualTo("later task-waiting after 30 s");
    }

    @Test
    void who_has_no_time_left_takes_the_change_back_and_says_that_hasura_was_busy() {
        bringAbout();
        left = Duration.ZERO;

        assertThat(bringAbout()).isEqualTo("later hasura-busy after 0 s");
        assertThat(bench.writer().open()).isZero();
    }

    @Test
    void who_was_in_trouble_before_says_what_that_was_instead() {
        hasura.answeringWrites(504, "<html>Gateway Time-out</html>");
        bringAbout();
        bench.wave();

        assertThat(bringAbout()).isEqualTo("later hasura-failing after 5 s");
        assertThat(bringAbout()).startsWith("later task-waiting");
        left = Duration.ZERO;
        assertThat(bringAbout()).isEqualTo("later hasura-failing after 5 s");
    }

    @Test
    void who_lost_race_after_race_says_so_instead() {
        Fate[] races = new Fate[10];
        Arrays.fill(races, Fate.OVERTAKEN);
        hasura.writing(races);
        bringAbout();
        bench.wave();
        left = Duration.ofSeconds(-1);

        assertThat(bringAbout()).isEqualTo("later hasura-overtaken after 0 s");
        assertThat(bench.writer().open()).isZero();
    }

    @Test
    void what_is_being_written_has_an_end_of_its_own_and_is_not_taken_back() {
        bringAbout();
        bench.writer().claim("somebody", 10);
        left = Duration.ZERO;

        assertThat(bringAbout()).isEqualTo("later task-waiting after 0 s");
        assertThat(waves.withdraw(change.identity().component()).isDone()).isFalse();
        assertThat(bench.writer().open()).isOne();
    }

    @Test
    void what_waits_is_withdrawn_at_once() {
        bringAbout();

        assertThat(waves.withdraw(change.identity().component()).isDone()).isTrue();
        assertThat(bench.writer().open()).isZero();
    }

    @Test
    void a_port_whose_role_sees_all_of_it_is_served_whatever_else_could_be_asked() {
        written();
        hasura.showing(offered(), offered())
                .showingRows(Set.copyOf(wanted().columns().shown()));

        assertThat(bringAbout()).isEqualTo("done");
        assertThat(asked()).isEmpty();
        assertThat(confirmation
                        .confirm(HasuraStep.Confirm.of(wanted(), ROLE), Progress.SILENT)
                        .isDone())
                .isTrue();
    }

    @Test
    void a_port_whose_role_misses_a_column_is_looked_into() {
        written();
        hasura.showing(offered(), offered()).showingRows(Set.of("id"));

        assertThat(bringAbout()).isEqualTo("done");
        assertThat(asked()).contains("get_inconsistent_metadata", "pg_get_table_info");
    }

    @Test
    void a_port_whose_role_may_not_ask_is_looked_into() {
        written();
        hasura.refusingIntrospection();

        assertThat(bringAbout()).isEqualTo("done");
        assertThat(asked()).contains("get_inconsistent_metadata", "pg_get_table_info");
    }

    /** By a wave before; the plan that is carried out next has just read it. */
    private void written() {
        bringAbout();
        bench.wave();
        assertThat(bringAbout()).isEqualTo("done");
        client.export()
                .match(
                        document -> {
                            client.keepRecent(document);
                            return true;
                        },
                        (after, problem) -> false,
                        problems -> false);
        operationsBefore = hasura.operations().size();
    }

    private List<String> asked() {
        return hasura.operations().subList(operationsBefore, hasura.operations().size());
    }

    private WantedPort wanted() {
        return change.wanted().orElseThrow();
    }

    private Set<String> offered() {
        return Set.copyOf(wanted().offeredNames());
    }

    private String bringAbout() {
        return describe(waves.bringAbout(new HasuraStep.ChangeHasura(change, false), new Progress() {
            @Override
            public void report(Severity severity, String phase, String sentence) {
                // What is waited for is in the outcome.
            }

            @Override
            public Optional<Duration> timeLeft() {
                return Optional.of(left);
            }
        }));
    }

    private static String describe(Outcome<Change> outcome) {
        return outcome.match(
                change -> "done",
                (after, problem) -> "later " + problem.code() + " after " + after.toSeconds() + " s",
                problems -> "stopped " + problems.get(0).code());
    }

    private static MetadataChange change(WantedPort wanted) {
        return new MetadataChange(wanted.identity(), ROLE, Optional.of(wanted));
    }
}
