package io.outputport.provisioner.hasura;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.provisioner.Golden;
import io.outputport.provisioner.descriptor.rule.Verdicts;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.HasuraStep.ChangeHasura;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortTechnology.Resumed;
import io.outputport.provisioner.port.ProvisionRequest;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.PortPlan;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.port.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a task goes on with after it has waited for a write. */
class StoredPlanTest {
    private static final People LOCKED = new People(List.of("user:ann"), List.of("group:meters"));
    private static final Step FIRST = new HasuraStep.PutRole("r", "urn:port", List.of());
    private static final ChangeHasura CHANGE =
            new ChangeHasura(new MetadataChange(aPort().identity(), "r", Optional.empty()), true);
    private static final List<Step> REST = List.of(
            new HasuraStep.Confirm("r", Set.of("one", "two"), Set.of("stream")),
            new HasuraStep.PutRole("r", "urn:port", List.of("one", "two"), false),
            new HasuraStep.PutAccess("r", "urn:port", new People(List.of("user:bob"), List.of()), LOCKED));
    private static final PortPlan PLAN = new PortPlan(
            new Plan(List.of(FIRST, CHANGE, REST.get(0), REST.get(1), REST.get(2)), List.of("Beware.")),
            true,
            new ServedState("hasura", "{\"source\":\"s\"}"),
            true,
            new PortPlan.Result(
                    "It is served.",
                    JsonNodeFactory.instance.objectNode().put("role", "r"),
                    JsonNodeFactory.instance.objectNode().put("table", "t")));

    /** Of several fields the order is not kept. */
    private static final PortPlan ONE_FIELD = new PortPlan(
            new Plan(
                    List.of(CHANGE, new HasuraStep.Confirm("r", Set.of("one"), Set.of()), REST.get(1), REST.get(2)),
                    List.of()),
            true,
            PLAN.served(),
            true,
            PLAN.result());

    private static final ProvisionRequest REQUEST = new ProvisionRequest(
            Verdicts.accepted(aDescriptor().yaml()),
            KnownPort.unknown("urn:port"),
            new Standing(Standing.Registration.UNKNOWN, Optional.empty(), LOCKED),
            false,
            "key");

    @Test
    void what_follows_the_write_is_read_again_as_it_was_and_what_was_told_is_not_told_twice() {
        PortPlan carried = StoredPlan.carried(PLAN, REQUEST);
        ChangeHasura change = (ChangeHasura) carried.plan().steps().get(1);

        Resumed resumed = StoredPlan.read(change.rest().orElseThrow(), "key")
                .orElseThrow()
                .behind(change);

        assertThat(resumed.locked()).isEqualTo(LOCKED);
        assertThat(resumed.dataProduct()).isEqualTo("urn:dmb:dp:energy:meter-readings:1");
        assertThat(resumed.plan().plan().steps()).first().isEqualTo(change);
        assertThat(resumed.plan().plan().steps().subList(1, 4)).isEqualTo(REST);
        assertThat(resumed.plan().plan().warnings()).isEmpty();
        assertThat(resumed.plan().isNew()).isTrue();
        assertThat(resumed.plan().served()).isEqualTo(PLAN.served());
        assertThat(resumed.plan().result()).isEqualTo(PLAN.result());
    }

    @Test
    void what_an_older_version_left_to_do_is_done() {
        ChangeHasura change = (ChangeHasura)
                StoredPlan.carried(ONE_FIELD, REQUEST).plan().steps().get(0);

        Golden.isStillWritten("wave/rest.json", change.rest().orElseThrow());
        assertThat(StoredPlan.read(Golden.text("wave/rest.json"), "key")
                        .orElseThrow()
                        .behind(CHANGE)
                        .plan()
                        .plan()
                        .steps())
                .isEqualTo(ONE_FIELD.plan().steps());
    }

    @Test
    void what_was_asked_for_otherwise_starts_again() {
        ChangeHasura change =
                (ChangeHasura) StoredPlan.carried(PLAN, REQUEST).plan().steps().get(1);

        assertThat(StoredPlan.read(change.rest().orElseThrow(), "another")).isEmpty();
        assertThat(StoredPlan.read("{\"of\":\"another version\"}", "key")).isEmpty();
        assertThat(StoredPlan.read("[]", "key")).isEmpty();
    }
}
