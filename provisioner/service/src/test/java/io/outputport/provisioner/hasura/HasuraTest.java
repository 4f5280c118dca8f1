package io.outputport.provisioner.hasura;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.store.Database;
import io.outputport.provisioner.hasura.confirm.ConfirmTimeout;
import io.outputport.provisioner.hasura.confirm.Confirmation;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraStandIn;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.wave.aftermath.Aftermath;
import io.outputport.provisioner.hasura.wave.entry.ChangeJson;
import io.outputport.provisioner.hasura.wave.entry.EntryStore;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the role really sees is asked as the role. */
class HasuraTest {
    private static final HasuraStep CONFIRM = new HasuraStep.Confirm("r", Set.of("one", "two"), Set.of("stream"));

    private final List<String> log = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void what_is_promised_and_seen_is_confirmed_whatever_else_there_is() {
        try (HasuraStandIn hasura =
                new HasuraStandIn(Export.of()).showing(Set.of("one", "two", "more"), Set.of("stream", "one"))) {
            assertThat(apply(hasura)).isEqualTo(Outcome.done(Change.CHANGED));
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void what_is_not_seen_yet_is_looked_for_again_and_then_named() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).showing(Set.of("two"), Set.of())) {
            String words = apply(hasura)
                    .match(
                            done -> "done",
                            (after, problem) -> problem.code() + " " + problem.message(),
                            problems -> "stopped");

            assertThat(words).isEqualTo("task-waiting Hasura does not show role r yet: one, stream.");
            assertThat(pauses).hasSize(3).isSorted();
        }
    }

    @Test
    void what_is_not_seen_for_too_long_is_a_failure() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).showing(Set.of("two"), Set.of())) {
            Hasura patient = hasura(hasura, this::count);
            patient.apply(CONFIRM, Progress.SILENT);
            now = now.plusSeconds(61);
            patient.apply(CONFIRM, Progress.SILENT);
            now = now.plusSeconds(60);

            String words = patient.apply(CONFIRM, Progress.SILENT)
                    .match(
                            done -> "done",
                            (after, problem) -> "later",
                            problems -> problems.get(0).code().id());

            assertThat(words).isEqualTo("hasura-not-visible");
        }
    }

    @Test
    void a_late_node_is_waited_for() {
        HasuraStandIn hasura = new HasuraStandIn(Export.of()).showing(Set.of("one"), Set.of("stream"));
        try (hasura) {
            Pause thenShown = length -> {
                hasura.showing(Set.of("one", "two"), Set.of("stream"));
                return true;
            };

            assertThat(hasura(hasura, thenShown).apply(CONFIRM, Progress.SILENT))
                    .isEqualTo(Outcome.done(Change.CHANGED));
        }
    }

    @Test
    void a_role_that_may_not_ask_is_a_warning() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).refusingIntrospection()) {
            assertThat(apply(hasura)).isEqualTo(Outcome.done(Change.UNCHANGED));
            assertThat(log)
                    .containsExactly(
                            "WARNING confirm: Role r may not ask Hasura for its schema, so only consistency was"
                                    + " checked.");
        }
    }

    @Test
    void root_fields_are_those_of_queries_and_of_subscriptions() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).showing(Set.of("one"), Set.of("one", "stream"))) {
            assertThat(hasura(hasura, this::count).rootFields("r", true))
                    .isEqualTo(Outcome.done(Optional.of(Set.of("one", "stream"))));
        }
    }

    @Test
    void a_role_that_may_not_ask_has_no_known_root_fields() {
        try (HasuraStandIn hasura = new HasuraStandIn(Export.of()).refusingIntrospection()) {
            assertThat(hasura(hasura, this::count).rootFields("r", true)).isEqualTo(Outcome.done(Optional.empty()));
        }
    }

    private Outcome<Change> apply(HasuraStandIn hasura) {
        return hasura(hasura, this::count)
                .apply(CONFIRM, (severity, phase, sentence) -> log.add(severity + " " + phase + ": " + sentence));
    }

    private boolean count(Duration length) {
        pauses.add(length);
        return true;
    }

    private Hasura hasura(HasuraStandIn standIn, Pause pause) {
        HasuraClient client = standIn.client(Duration.ofSeconds(20));
        EntryStore none = new EntryStore(Database.over(new org.h2.jdbcx.JdbcDataSource()), new ChangeJson(List.of()));
        Confirmation confirmation =
                new Confirmation(client, new ConfirmTimeout(Duration.ofMinutes(2), () -> now), pause);
        Waves waves = new Waves(none, client, new Aftermath(client), confirmation, () -> {});
        return new Hasura(client, waves, confirmation);
    }
}
