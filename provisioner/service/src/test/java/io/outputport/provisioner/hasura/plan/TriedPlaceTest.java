package io.outputport.provisioner.hasura.plan;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.people.Standing.Registration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A port whose product was renamed; Hasura holds it under its new names, though the provision failed after that. */
class TriedPlaceTest {
    private static final WantedPort OLD = aPort().build();
    private static final WantedPort RENAMED =
            aPort().calledBy("healthcare_inoculations_0", "hop").build();
    private static final Standing ALIVE = new Standing(Registration.ALIVE, Optional.empty(), People.NOBODY);

    @Test
    void after_the_failure_of_the_way_back_the_role_keeps_the_new_names() {
        Optional<HasuraStep.PutRole> step = Plans.settle(known(), renamedInHasura(ROLE), Optional.empty());

        assertThat(step).hasValueSatisfying(put -> assertThat(put.rootFields()).containsAll(RENAMED.offeredNames()));
    }

    @Test
    void the_way_back_keeps_both_until_hasura_has_changed_and_leaves_nothing_behind() {
        ProvisionPlan plan = done(Plans.provision(OLD.as(known()), renamedInHasura(ROLE), ALIVE));
        MetadataChange change = new MetadataChange(known(), ROLE, Optional.of(OLD.as(known())));

        assertThat(((HasuraStep.PutRole) plan.plan().steps().get(0)).rootFields())
                .containsAll(RENAMED.offeredNames())
                .containsAll(OLD.offeredNames());
        assertThat(done(change.edits(renamedInHasura(ROLE).requireMetadata())).edits())
                .filteredOn(edit -> edit.source().equals(RENAMED.sourceName()))
                .extracting(Object::getClass)
                .contains(MetadataEdit.RemoveTable.class, MetadataEdit.RemoveSource.class);
    }

    @Test
    void what_stands_there_without_the_port_s_role_is_somebody_else_s() {
        Optional<HasuraStep.PutRole> step = Plans.settle(known(), renamedInHasura("theirs"), Optional.empty());

        assertThat(step).contains(new HasuraStep.PutRole(ROLE, known().component(), List.of()));
    }

    @Test
    void only_a_known_port_moves_and_to_each_place_once() {
        ServedPort there = place(RENAMED);
        PortIdentity registered = Registered.as(OLD.identity(), place(OLD));

        assertThat(OLD.identity().movesTo(there)).isFalse();
        assertThat(registered.movesTo(place(OLD))).isFalse();
        assertThat(registered.movesTo(there)).isTrue();
        assertThat(known().movesTo(there)).isFalse();
    }

    private static PortIdentity known() {
        return Registered.as(OLD.identity(), Optional.of(place(OLD)), place(RENAMED));
    }

    private static ServedPort place(WantedPort port) {
        return done(Plans.provision(
                        port, Actual.NOTHING_READ.withMetadata(Export.of().actual())))
                .served(port);
    }

    private static Actual renamedInHasura(String role) {
        return Actual.NOTHING_READ
                .withMetadata(Export.of().with(RENAMED, role).actual())
                .withRole(Optional.of(ROLE), Optional.of(OLD.identity().component()));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }
}
