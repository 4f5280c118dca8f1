package io.outputport.provisioner.flow;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Step;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An output port is removed. One that has begun to be is removed to its end, also when somebody asks to stop it. */
class UnprovisionTest {
    private static final Problem DOWN = Problem.of(new ProblemCode("down"), "The role mapper is down.");
    private static final List<Problem> ASKED = List.of(Problem.of(ProblemCode.TERMINATED, "Stopped."));

    private final World world = new World();
    private final Access access = world.access();
    private final StopWished stopWished = new StopWished(world.progress);

    @Test
    void a_removed_port_says_so_and_people_lose_access_first() {
        world.serving();

        assertThat(sentence()).isEqualTo("Output port " + PORT_ID + " is removed.");
        assertThat(world.steps).extracting(Step::phase).containsExactly("access", "role", "hasura");
    }

    @Test
    void a_second_unprovision_empties_the_role_again_and_says_that_nothing_was_there() {
        world.holding(Optional.of(World.ROLE), Export.of());

        assertThat(sentence())
                .isEqualTo("There was nothing of output port " + PORT_ID
                        + " in Hasura to remove; its role has no root fields and no people.");
        assertThat(world.steps).extracting(Step::phase).startsWith("access", "role");
    }

    @Test
    void an_unprovision_of_what_nobody_knows_does_nothing() {
        assertThat(sentence()).isEqualTo("There was nothing of output port " + PORT_ID + " to remove.");
        assertThat(world.steps).isEmpty();
    }

    @Test
    void it_marks_nothing_while_the_role_mapper_does_not_answer() {
        world.answering(Outcome.later(Duration.ofSeconds(1), DOWN));

        assertThat(unprovision().handle(task(), world.progress)).isEqualTo(Outcome.later(Duration.ofSeconds(1), DOWN));

        assertThat(access.standing(PORT_ID, People.NOBODY).map(Standing::isClosed))
                .isEqualTo(Outcome.done(false));
    }

    @Test
    void a_wish_to_stop_that_comes_before_the_first_step_changes_nothing() {
        world.serving();

        assertThat(unprovision().handle(task(), stopWished)).isInstanceOf(Outcome.Terminated.class);

        assertThat(world.steps).isEmpty();
    }

    @Test
    void one_that_has_begun_is_completed() {
        world.serving();

        assertThat(unprovision().abandon(task(), ASKED, stopWished).isDone()).isTrue();

        assertThat(world.steps).extracting(Step::phase).containsExactly("access", "role", "hasura");
        assertThat(world.log).contains("The removal has begun, so it is completed before the task stops.");
    }

    @Test
    void while_another_system_is_in_the_way_there_is_something_left_to_do() {
        world.answering(Outcome.later(Duration.ofSeconds(1), DOWN));

        assertThat(unprovision().abandon(task(), ASKED, stopWished)).isInstanceOf(Outcome.Later.class);
    }

    private String sentence() {
        Outcome<TaskResult> outcome = unprovision().handle(task(), world.progress);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<TaskResult>) outcome).value().sentence();
    }

    private TaskHandler unprovision() {
        return new Unprovision(world.check(), world.technologies(), new Reconciler(), access);
    }

    private static Task task() {
        return World.task(
                Operation.UNPROVISION,
                new StoredOrder("COMPONENT_DESCRIPTOR", aDescriptor().yaml(), false, List.of()));
    }
}
