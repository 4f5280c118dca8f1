package io.outputport.sandbox.interleaving;

import static io.outputport.sandbox.interleaving.Person.ALICE;
import static io.outputport.sandbox.interleaving.Person.BOB;
import static io.outputport.sandbox.interleaving.Person.MALLORY;
import static io.outputport.sandbox.interleaving.Person.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.interleaving.Action.Provision;
import io.outputport.sandbox.interleaving.Action.Unprovision;
import io.outputport.sandbox.interleaving.Action.UpdateAcl;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private final Expectation port = new Expectation(Set.of());

    @Test
    void the_newest_completed_snapshot_decides() {
        completed(new Provision(false));
        completed(new UpdateAcl(Set.of(ALICE)));
        completed(new UpdateAcl(Set.of(BOB)));

        Readers right = port.settled();

        assertThat(right.fit(Set.of(BOB))).isTrue();
        assertThat(List.of(Set.of(ALICE, BOB), Set.of(ALICE), Set.<Person>of())).noneMatch(right::fit);
        assertThat(port.barred()).contains(ALICE, MALLORY).doesNotContain(BOB);
    }

    @Test
    void what_failed_may_have_been_done_or_not() {
        completed(new Provision(false));
        completed(new UpdateAcl(Set.of(ALICE)));
        ended(new UpdateAcl(Set.of(BOB)), Ending.FAILED);

        Readers right = port.settled();

        assertThat(List.of(Set.of(ALICE), Set.of(BOB), Set.of(ALICE, BOB))).allMatch(right::fit);
        assertThat(right.fit(Set.of(MALLORY))).isFalse();
    }

    @Test
    void what_a_superseded_snapshot_took_away_stays_away() {
        completed(new Provision(false));
        completed(new UpdateAcl(Set.of(ALICE, BOB)));
        ended(new UpdateAcl(Set.of(BOB)), Ending.SUPERSEDED);
        ended(new Unprovision(), Ending.TERMINATED);

        assertThat(port.settled().fit(Set.of(BOB))).isTrue();
        assertThat(port.settled().fit(Set.of(ALICE, BOB))).isFalse();
    }

    @Test
    void nobody_reads_a_removed_port_nor_one_that_came_back() {
        completed(new Provision(false));
        completed(new UpdateAcl(Set.of(ALICE)));
        completed(new Unprovision());
        completed(new Provision(false));

        assertThat(port.settled().fit(Set.of())).isTrue();
        assertThat(port.settled().fit(Set.of(ALICE))).isFalse();
        assertThat(port.barred()).contains(ALICE);
    }

    @Test
    void somebody_is_not_barred_any_more_as_soon_as_a_snapshot_with_them_is_sent() {
        completed(new Provision(false));
        completed(new UpdateAcl(Set.of()));
        assertThat(port.barred()).contains(ALICE);

        port.send(new UpdateAcl(Set.of(ALICE)));

        assertThat(port.barred()).doesNotContain(ALICE).contains(BOB);
    }

    @Test
    void a_provision_changes_nobody_s_access_unless_a_removal_may_have_begun() {
        completed(new Provision(false));
        completed(new UpdateAcl(Set.of(ALICE)));
        assertThat(port.settled().fitAfterProvision(Set.of(ALICE), Set.of(), Set.of()))
                .isFalse();

        ended(new Unprovision(), Ending.FAILED);
        assertThat(port.settled().fitAfterProvision(Set.of(ALICE), Set.of(), Set.of()))
                .isTrue();

        port.lastHadNoEffect();
        assertThat(port.settled().fitAfterProvision(Set.of(ALICE), Set.of(), Set.of()))
                .isFalse();
    }

    @Test
    void locked_people_read_from_provision_to_removal() {
        Expectation locked = new Expectation(Set.of(OWNER));
        assertThat(locked.barred()).contains(OWNER);

        locked.ended(locked.send(new Provision(false)), Ending.COMPLETED);
        locked.ended(locked.send(new UpdateAcl(Set.of())), Ending.COMPLETED);
        assertThat(locked.settled().fit(Set.of(OWNER))).isTrue();
        assertThat(locked.settled().fit(Set.of())).isFalse();
        assertThat(locked.barred()).doesNotContain(OWNER);

        locked.ended(locked.send(new Unprovision()), Ending.COMPLETED);
        assertThat(locked.settled().fit(Set.of(OWNER))).isFalse();
        assertThat(locked.barred()).contains(OWNER);
    }

    @Test
    void the_same_seed_is_the_same_script_and_another_is_another() {
        assertThat(Script.ofPort(7)).isEqualTo(Script.ofPort(7)).isNotEqualTo(Script.ofPort(8));
        assertThat(Script.ofWorld(7, 2)).isEqualTo(Script.ofWorld(7, 2)).isNotEqualTo(Script.ofWorld(8, 2));
    }

    private void completed(Action action) {
        ended(action, Ending.COMPLETED);
    }

    private void ended(Action action, Ending ending) {
        port.ended(port.send(action), ending);
    }
}
