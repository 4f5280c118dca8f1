package io.outputport.provisioner.flow;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.hasura.metadata.Export;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Step;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A removal or a change of access that has begun is completed, also when somebody asks to stop it. */
class StoppedOperationsTest {
    private static final List<Problem> ASKED = List.of(Problem.of(ProblemCode.TERMINATED, "Stopped."));

    private final World world = new World();
    private final Progress stopWished = new Progress() {
        @Override
        public void report(Severity severity, String phase, String sentence) {
            world.progress.report(severity, phase, sentence);
        }

        @Override
        public boolean isStopWished() {
            return true;
        }
    };

    @Test
    void a_wish_that_comes_before_the_first_step_changes_nothing() {
        world.holding(Optional.of(World.ROLE), Export.of(OperationsTest.LIVING));

        assertThat(unprovision().handle(task(), stopWished)).isInstanceOf(Outcome.Terminated.class);
        assertThat(updateAcl().handle(task(), stopWished)).isInstanceOf(Outcome.Terminated.class);

        assertThat(world.steps).isEmpty();
    }

    @Test
    void a_removal_that_has_begun_is_completed() {
        world.holding(Optional.of(World.ROLE), Export.of(OperationsTest.LIVING));

        assertThat(unprovision().abandon(task(), ASKED, stopWished).isDone()).isTrue();

        assertThat(world.steps).extracting(Step::phase).containsExactly("access", "role", "hasura");
        assertThat(world.log).contains("The removal has begun, so it is completed before the task stops.");
    }

    @Test
    void a_change_of_access_that_has_begun_is_completed() {
        world.holding(Optional.of(World.ROLE), Export.of(OperationsTest.LIVING));

        assertThat(updateAcl().abandon(task(), ASKED, stopWished).isDone()).isTrue();

        assertThat(world.steps)
                .containsExactly(
                        new HasuraStep.PutAccess(World.ROLE, PORT_ID, People.of(List.of("user:a")), People.NOBODY));
    }

    @Test
    void while_another_system_is_in_the_way_there_is_something_left_to_do() {
        Problem down = Problem.of(new ProblemCode("down"), "The role mapper is down.");
        world.answering(Outcome.later(Duration.ofSeconds(1), down));

        assertThat(updateAcl().abandon(task(), ASKED, stopWished)).isInstanceOf(Outcome.Later.class);
        assertThat(unprovision().abandon(task(), ASKED, stopWished)).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void what_failed_is_for_who_sent_it_to_send_again() {
        world.holding(Optional.of(World.ROLE), Export.of(OperationsTest.LIVING));

        assertThat(updateAcl().abandon(task(), ASKED, world.progress).isDone()).isTrue();

        assertThat(world.steps).isEmpty();
        assertThat(world.log).singleElement().asString().startsWith("Whom this snapshot takes access from loses it");
    }

    private TaskHandler unprovision() {
        return new Unprovision(world.check(), world.technologies(), new Reconciler(), world.access());
    }

    private TaskHandler updateAcl() {
        return new UpdateAcl(world.check(), world.technologies(), new Reconciler(), world.access());
    }

    private static Task task() {
        StoredOrder order =
                new StoredOrder("COMPONENT_DESCRIPTOR", aDescriptor().yaml(), false, List.of("user:a"));
        return World.task(Operation.UPDATE_ACL, order);
    }
}
