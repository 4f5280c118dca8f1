package io.outputport.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.hasura.HasuraBuilder;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private static final PortIdentity PORT =
            new PortIdentity("urn:port", Optional.of("r"), List.of("r_"), Optional.empty());
    private static final Problem DOWN = Problem.of(new ProblemCode("down"), "It is down.");
    private static final HasuraStep FIRST = new HasuraStep.PutRole("r", "urn:port", List.of());
    private static final HasuraStep SECOND = new HasuraStep.Confirm("r", Set.of("one"), Set.of());
    private static final HasuraStep THIRD = new HasuraStep.PutRole("r", "urn:port", List.of("one"));

    private final List<String> taken = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Progress progress = (severity, phase, sentence) -> log.add(severity + " " + phase + ": " + sentence);
    private Outcome<Change> ofRoles = Outcome.done(Change.UNCHANGED);
    private Outcome<Change> ofHasura = Outcome.done(Change.UNCHANGED);
    private Outcome<Optional<String>> roleRead = Outcome.done(Optional.of("r"));

    @Test
    void steps_are_taken_in_their_order_each_by_the_system_it_is_for() {
        assertThat(apply()).isEqualTo(Outcome.done(Change.UNCHANGED));

        assertThat(taken)
                .containsExactly(
                        "roles: " + FIRST.describe(), "hasura: " + SECOND.describe(), "roles: " + THIRD.describe());
    }

    @Test
    void one_change_makes_the_whole_a_change() {
        ofHasura = Outcome.done(Change.CHANGED);

        assertThat(apply()).isEqualTo(Outcome.done(Change.CHANGED));
    }

    @Test
    void warnings_come_first_and_each_step_says_what_it_did() {
        ofHasura = Outcome.done(Change.CHANGED);

        apply();

        assertThat(log)
                .containsExactly(
                        "WARNING plan: Beware.",
                        "INFO role: Role r may use no root field (was so already).",
                        "INFO confirm: Role r sees one.",
                        "INFO role: Role r may use one (was so already).");
    }

    @Test
    void after_a_step_that_must_wait_no_further_step_is_taken() {
        ofHasura = Outcome.later(Duration.ofSeconds(3), DOWN);

        assertThat(apply()).isEqualTo(Outcome.later(Duration.ofSeconds(3), DOWN));
        assertThat(taken).hasSize(2);
        assertThat(log).noneMatch(line -> line.contains("confirm"));
    }

    @Test
    void after_a_step_that_is_refused_no_further_step_is_taken() {
        ofRoles = Outcome.stopped(DOWN);

        assertThat(apply()).isEqualTo(Outcome.stopped(DOWN));
        assertThat(taken).hasSize(1);
    }

    @Test
    void every_system_adds_to_what_was_read_before_it() {
        Outcome<Actual> actual = systems().read(PORT);

        assertThat(actual)
                .isEqualTo(Outcome.done(new Actual(
                        Optional.of("r"), Optional.of("urn:port"), Optional.of(new ActualMetadata(1, List.of())))));
    }

    @Test
    void a_system_that_cannot_be_read_spares_the_next_ones_the_question() {
        roleRead = Outcome.later(Duration.ofSeconds(1), DOWN);

        assertThat(systems().read(PORT)).isEqualTo(Outcome.later(Duration.ofSeconds(1), DOWN));
        assertThat(taken).containsExactly("roles: read");
    }

    private Outcome<Change> apply() {
        return new Reconciler()
                .apply(
                        HasuraBuilder.over(List.of(), new Roles(), new Hasura()).build(),
                        new Plan(List.of(FIRST, SECOND, THIRD), List.of("Beware.")),
                        progress);
    }

    private Systems systems() {
        return new Systems(List.of(new Roles(), new Hasura()));
    }

    private final class Roles implements Remote {
        @Override
        public Outcome<Actual> read(PortIdentity port, Actual soFar) {
            taken.add("roles: read");
            return roleRead.map(role -> soFar.withRole(role, Optional.of(port.component())));
        }

        @Override
        public boolean carriesOut(HasuraStep step) {
            return step instanceof HasuraStep.PutRole;
        }

        @Override
        public Outcome<Change> apply(HasuraStep step, Progress ignored) {
            taken.add("roles: " + step.describe());
            return ofRoles;
        }
    }

    private final class Hasura implements Remote {
        @Override
        public Outcome<Actual> read(PortIdentity port, Actual soFar) {
            taken.add("hasura: read");
            return Outcome.done(soFar.withMetadata(new ActualMetadata(1, List.of())));
        }

        @Override
        public boolean carriesOut(HasuraStep step) {
            return step instanceof HasuraStep.Confirm;
        }

        @Override
        public Outcome<Change> apply(HasuraStep step, Progress ignored) {
            taken.add("hasura: " + step.describe());
            return ofHasura;
        }
    }
}
