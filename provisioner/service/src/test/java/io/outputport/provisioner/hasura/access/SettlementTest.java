package io.outputport.provisioner.hasura.access;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.remote.Visibility;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a role may use after a task that failed half-way. */
class SettlementTest {
    private static final String SELECT = "healthcare_vaccinations_0_hop_select";
    private static final String STREAM = "healthcare_vaccinations_0_hop_stream";

    private final World world = new World();

    @Test
    void a_living_port_keeps_the_queries_and_streams_that_its_people_see() {
        world.holding(Optional.of(ROLE), Export.of().with(aPort().build()));

        settle((role, streams) -> Outcome.done(Optional.of(Set.of(SELECT, STREAM, "unrelated"))));

        assertThat(world.steps)
                .containsExactly(new HasuraStep.PutRole(ROLE, aPort().identity().component(), List.of(SELECT, STREAM)));
    }

    @Test
    void where_subscriptions_are_not_offered_nobody_asks_for_their_fields() {
        world.holding(Optional.of(ROLE), Export.of().with(aPort().build()));
        Visibility visibility =
                (role, streams) -> Outcome.done(Optional.of(streams ? Set.of(SELECT, STREAM) : Set.of(SELECT)));

        settle(new Settlement(world.systems(), visibility, false), Standing.UNKNOWN);

        assertThat(world.steps)
                .containsExactly(new HasuraStep.PutRole(ROLE, aPort().identity().component(), List.of(SELECT)));
    }

    @Test
    void a_port_that_never_came_to_life_has_nothing() {
        world.holding(Optional.of(ROLE), Export.of());

        settle((role, streams) -> Outcome.done(Optional.of(Set.of())));

        assertThat(world.steps)
                .containsExactly(new HasuraStep.PutRole(ROLE, aPort().identity().component(), List.of()));
    }

    @Test
    void a_new_port_that_hasura_holds_already_has_nothing_all_the_same() {
        world.holding(Optional.of(ROLE), Export.of().with(aPort().build()));

        settle(
                new Standing(Standing.Registration.CLOSED, Optional.empty(), People.NOBODY),
                (role, streams) -> Outcome.done(Optional.of(Set.of(SELECT))));

        assertThat(world.steps)
                .containsExactly(new HasuraStep.PutRole(ROLE, aPort().identity().component(), List.of()));
    }

    @Test
    void where_no_role_was_made_there_is_nothing_to_settle() {
        Outcome<Change> outcome = settle((role, streams) -> {
            throw new AssertionError("asked for " + role);
        });

        assertThat(outcome).isEqualTo(Outcome.done(Change.UNCHANGED));
        assertThat(world.steps).isEmpty();
    }

    @Test
    void a_hasura_that_does_not_answer_changes_nothing() {
        Problem down = Problem.of(new ProblemCode("down"), "Hasura is down.");
        world.holding(Optional.of(ROLE), Export.of().with(aPort().build()));

        Outcome<Change> outcome = settle((role, streams) -> Outcome.later(Duration.ofSeconds(1), down));

        assertThat(outcome).isEqualTo(Outcome.later(Duration.ofSeconds(1), down));
        assertThat(world.steps).isEmpty();
    }

    private Outcome<Change> settle(Visibility visibility) {
        return settle(Standing.UNKNOWN, visibility);
    }

    private Outcome<Change> settle(Standing standing, Visibility visibility) {
        return settle(new Settlement(world.systems(), visibility, true), standing);
    }

    private Outcome<Change> settle(Settlement settlement, Standing standing) {
        return settlement
                .step(aPort().identity(), standing)
                .then(step -> step.map(put -> world.systems().apply(put, world.progress))
                        .orElseGet(() -> Outcome.done(Change.UNCHANGED)));
    }
}
