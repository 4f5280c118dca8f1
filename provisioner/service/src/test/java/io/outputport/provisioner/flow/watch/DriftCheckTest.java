package io.outputport.provisioner.flow.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a drift check sees, and what it asks for. */
class DriftCheckTest {
    private static final Duration ROUND = Duration.ofMinutes(15);
    private static final Export WIPED = Export.of();

    @Test
    void drift_is_known_since_it_was_first_seen_until_it_has_ended() {
        Watched world = new Watched("REPORT");
        Instant begun = world.now;
        world.hasura = Optional.of(WIPED);

        world.check();
        world.checkAfter(ROUND);

        assertThat(world.port().state()).isEqualTo(PortState.MISSING);
        assertThat(world.port().sighting().driftedSince()).contains(begun);
        assertThat(world.submissions).isEmpty();

        world.hasura = Optional.of(Watched.SERVED);
        world.checkAfter(ROUND);

        assertThat(world.port().state()).isEqualTo(PortState.IN_SYNC);
        assertThat(world.port().sighting().driftedSince()).isEmpty();
    }

    @Test
    void one_export_serves_all_ports_and_none_is_made_without_ports() {
        Watched world = new Watched("REPORT");
        for (int i = 0; i < 1200; i++) {
            world.carryOut("urn:" + i);
        }

        world.check();

        assertThat(world.exports).isEqualTo(1);
        assertThat(world.report().inSync()).isEqualTo(1201);

        Watched empty = new Watched("REPORT");
        empty.close(Watched.COMPONENT);
        empty.check();
        assertThat(empty.exports).isZero();
    }

    @Test
    void a_port_that_is_missing_is_a_series_of_its_own_until_it_is_back() {
        Watched world = new Watched("REPORT");
        world.hasura = Optional.of(WIPED);

        world.check();

        assertThat(world.metrics
                        .get("provisioner.port.astray")
                        .tag("component", Watched.COMPONENT)
                        .tag("state", "missing")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(world.metrics
                        .get("provisioner.ports")
                        .tag("state", "missing")
                        .gauge()
                        .value())
                .isEqualTo(1);

        world.hasura = Optional.of(Watched.SERVED);
        world.checkAfter(ROUND);

        assertThat(world.metrics.find("provisioner.port.astray").gauges()).isEmpty();
        assertThat(world.metrics
                        .get("provisioner.ports")
                        .tag("state", "in_sync")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void off_asks_nobody() {
        Watched world = new Watched("OFF");

        world.check();

        assertThat(world.exports).isZero();
        assertThat(world.reports.last()).isEmpty();
    }

    @Test
    void a_port_with_an_unfinished_task_is_skipped() {
        Watched world = new Watched("REPAIR");
        world.hasura = Optional.of(WIPED);
        world.busy.add(Watched.COMPONENT);

        world.check();

        assertThat(world.port().state()).isEqualTo(PortState.IN_SYNC);
        assertThat(world.submissions).isEmpty();
        assertThat(world.report().skipped()).isEqualTo(1);
    }

    @Test
    void a_hasura_that_does_not_answer_is_no_drift() {
        Watched world = new Watched("REPAIR");
        world.hasura = Optional.empty();

        world.check();

        assertThat(world.port().state()).isEqualTo(PortState.IN_SYNC);
        assertThat(world.submissions).isEmpty();
        assertThat(world.reports.last()).isEmpty();
    }

    @Test
    void a_repair_is_asked_for_in_the_queue() {
        Watched world = new Watched("REPAIR");
        world.hasura = Optional.of(WIPED);

        world.check();

        assertThat(world.submissions)
                .containsExactly(new Submission(Operation.REPAIR, Watched.COMPONENT, "{}", Optional.of("repair")));
        assertThat(world.port().sighting().repairs()).containsExactly(world.now);
    }

    @Test
    void a_repair_that_the_queue_refuses_does_not_count() {
        Watched world = new Watched("REPAIR");
        world.hasura = Optional.of(WIPED);
        world.queueFull = true;

        world.check();

        assertThat(world.port().sighting().repairs()).isEmpty();
        world.queueFull = false;
        world.checkAfter(ROUND);
        assertThat(world.submissions).hasSize(1);
    }

    @Test
    void the_fourth_repair_within_a_day_is_refused_also_over_midnight_and_made_a_day_after_the_first() {
        Watched world = new Watched("REPAIR");
        world.hasura = Optional.of(WIPED);
        Instant first = world.now;
        for (int repair = 1; repair <= 3; repair++) {
            world.check();
            world.carryOut(Watched.COMPONENT);
            world.now = world.now.plus(ROUND);
        }

        world.check();
        world.checkAfter(ROUND);

        assertThat(world.submissions).hasSize(3);
        assertThat(world.port().sighting().alerted()).isTrue();
        assertThat(world.report().alerted()).isEqualTo(1);

        world.now = first.plus(Duration.ofDays(1));
        world.check();

        assertThat(world.submissions).hasSize(4);
        assertThat(world.port().sighting().alerted()).isFalse();
    }

    @Test
    void a_missing_role_is_drift_and_stays_so_while_its_port_has_no_turn() {
        Watched world = new Watched("REPORT");
        world.rolesGone.add(Watched.COMPONENT);
        world.check();

        assertThat(world.port().state()).isEqualTo(PortState.DRIFTED);
        assertThat(world.port().sighting().drift().differences())
                .containsExactly("the role mapper does not know its role");

        world.roleMapperDown = true;
        world.checkAfter(ROUND);
        assertThat(world.port().state()).isEqualTo(PortState.DRIFTED);

        world.roleMapperDown = false;
        world.rolesGone.clear();
        world.checkAfter(ROUND);
        assertThat(world.port().state()).isEqualTo(PortState.IN_SYNC);
    }

    @Test
    void the_role_mapper_is_asked_for_a_hundred_ports_at_most_and_for_all_of_them_in_turn() {
        Watched world = new Watched("REPORT");
        for (int i = 0; i < 149; i++) {
            world.carryOut("urn:" + i);
        }

        world.check();
        assertThat(world.rolesAsked).hasSize(100).doesNotHaveDuplicates();

        world.checkAfter(ROUND);
        assertThat(world.rolesAsked).hasSize(200);
        assertThat(java.util.Set.copyOf(world.rolesAsked)).hasSize(150);
    }

    @Test
    void a_role_mapper_that_is_down_is_asked_once() {
        Watched world = new Watched("REPORT");
        world.carryOut("urn:other");
        world.roleMapperDown = true;

        world.check();

        assertThat(world.rolesAsked).hasSize(1);
        assertThat(world.report().inSync()).isEqualTo(2);
    }

    @Test
    void a_source_that_holds_nothing_is_told_and_not_touched() {
        Watched watched = new Watched("REPORT");
        watched.hasura = Optional.of(withEmptySource());

        watched.check();
        watched.checkAfter(Duration.ofMinutes(15));

        assertThat(watched.report().emptySources()).containsExactly(EMPTY);
        assertThat(watched.removedSources).isEmpty();
    }

    @Test
    void repair_removes_a_source_that_was_empty_at_two_checks_in_a_row() {
        Watched watched = new Watched("REPAIR");
        watched.hasura = Optional.of(withEmptySource());

        watched.check();
        assertThat(watched.removedSources).isEmpty();

        watched.checkAfter(Duration.ofMinutes(15));
        assertThat(watched.removedSources).containsExactly(EMPTY);
        assertThat(watched.report().emptySources()).isEmpty();
    }

    private static final String EMPTY = "sales_orders_1_postgres_shop_public_1a2b3c";

    private static Export withEmptySource() {
        return Export.of(
                        "{\"name\":\"" + EMPTY + "\",\"kind\":\"postgres\",\"configuration\":{},\"tables\":[]}",
                        "{\"name\":\"somebody_else\",\"kind\":\"postgres\",\"configuration\":{},\"tables\":[]}")
                .with(Watched.PORT);
    }
}
