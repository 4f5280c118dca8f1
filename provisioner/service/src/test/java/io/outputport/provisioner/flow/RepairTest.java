package io.outputport.provisioner.flow;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.Refs;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a repair does when its turn has come. */
class RepairTest {
    private final World world = new World().withSource();
    private final Access access = world.access();
    private final Provision provision = world.provision(access);

    @Test
    void it_carries_out_what_was_carried_out_last_and_takes_nobody_s_access() {
        deploy();
        world.holding(Optional.of(World.ROLE), Export.of());
        world.steps.clear();

        TaskResult result = repair();

        assertThat(result.sentence()).startsWith("Output port " + PORT_ID + " is served as ");
        assertThat(world.steps).anyMatch(step -> step instanceof HasuraStep.ChangeHasura);
        assertThat(world.steps).noneMatch(step -> step instanceof HasuraStep.PutAccess);
    }

    @Test
    void a_port_that_was_removed_in_the_meantime_stays_removed() {
        deploy();
        access.forget(PORT_ID);
        world.steps.clear();

        assertThat(repair().sentence()).startsWith("There is nothing to repair:");
        assertThat(world.steps).isEmpty();
    }

    @Test
    void a_port_whose_removal_has_begun_stays_as_it_is() {
        deploy();
        access.close(PORT_ID, "hasura");
        world.steps.clear();

        assertThat(repair().sentence()).startsWith("There is nothing to repair:");
        assertThat(world.steps).isEmpty();
    }

    @Test
    void a_port_that_was_only_given_access_has_nothing_to_repair_with() {
        access.given(PORT_ID, "hasura", Standing.UNKNOWN, Refs.people(List.of("user:a")));

        assertThat(repair().sentence()).startsWith("There is nothing to repair:");
    }

    @Test
    void giving_up_settles_the_role_of_a_living_port_and_touches_no_other() {
        deploy();
        world.holding(Optional.of(World.ROLE), Export.of());
        world.steps.clear();

        new Repair(provision, access).abandon(task(), List.of(), world.progress);
        assertThat(world.steps).singleElement().isInstanceOf(HasuraStep.PutRole.class);

        access.close(PORT_ID, "hasura");
        world.steps.clear();
        new Repair(provision, access).abandon(task(), List.of(), world.progress);
        assertThat(world.steps).isEmpty();
    }

    private void deploy() {
        Outcome<TaskResult> outcome =
                provision.bring(PORT_ID, StoredOrder.ofDescriptor(aDescriptor().yaml()), false, world.progress);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private TaskResult repair() {
        Outcome<TaskResult> outcome = new Repair(provision, access).handle(task(), world.progress);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<TaskResult>) outcome).value();
    }

    private static Task task() {
        return new Task(new TaskToken(new UUID(0, 1)), Operation.REPAIR, PORT_ID, "{}", Instant.EPOCH, 1);
    }
}
